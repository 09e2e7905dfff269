"""Who needs no number of his own: a piece of a sentence, the one who begins, the members of a shift
with a telephone, whoever stands beside others in a line that says where to find him."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Contact, EscalationChain, Playbook
from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.page.kept import kept_with_page
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

# `> $1,000`, `5xx errors`: when somebody is called.
MEASURED = re.compile(r"[$€£¥%]|(?<!\w)[1-5]xx\b")
SENTENCES = re.compile(r"[^\W\d_]{3}\.\s+[A-Z]|。\s*\S")
WORD = re.compile(r"[^\W\d_]{2,}")
LABEL = re.compile(r"[:：|]\s*\S")
BETWEEN = re.compile(r"\s*(?:,|/|&|\||\+|、|;)\s*")
SENTENCE = re.compile(r"(?<=\w)\.\s+(?=[A-ZÀ-Þ])")
# A telephone, or a bleep or an extension with its figures.
WAY = re.compile(
    r"\+?\d[\d ()/-]{6,}\d|\b(?:ext|extension|ramal|interno|int|durchwahl|nebenstelle|piepser|poste"
    r"|bip|pager|bleep|beep|pieper|toestel|extensión|anexo|wewn)\b\W{0,3}\d",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w")
NUMBER_NEXT = re.compile(r"\W{0,3}\d")
BRACKETED = re.compile(r"[\[<{]([^\[\]<>{}]{2,40})[\]>}]")
CROSSED_OUT = re.compile(r"\d[\d ()./-]{0,12}[Xx]{2,}|[Xx]{3}[ -][Xx]{3}")
LONGEST = 600
SHORTEST = 3
HEAD_LINES = 5
COUNTED = "0123456789.) "
POINTS = tuple("•·▪◦‣●○")


def still_missing(lost: Mapping[str, int], playbook: Playbook, facts: Facts) -> dict[str, int]:
    """Of those whom no list knows, whoever a reader cannot reach without a line of his own."""
    readers = _readers(facts)
    begins = {chain.steps[0].who for chain in playbook.chains if _begins(chain)}
    begins = {who for who in begins if _names(who) & readers}
    shifts = _shifts(playbook, facts)
    beside = set(_listed_beside_others(facts))
    return {
        who: line
        for who, line in lost.items()
        if who not in begins
        and not is_a_piece(who, facts)
        and not _groups(who, facts) & shifts
        and not _is_known_otherwise(who, playbook, facts)
        and not _is_paged(who, facts)
        and not _has_a_chapter(who, facts)
        and folded(plain(who)).strip() not in beside
        and not _is_reached_there(who, line, playbook, facts)
    }


def wakes_otherwise(contact: Contact, facts: Facts) -> bool:
    """A pager in the line; for whoever is on call, one in the list; or a gap for a telephone, of
    which another rule tells that it was never filled in."""
    line = facts.page.lines[contact.line - 1][:LONGEST]
    if facts.speaks("people", line) & {"pager"}:
        return True
    if any(facts.speaks("unreachable", gap) & {"telephone"} for gap in BRACKETED.findall(line)):
        return True
    if CROSSED_OUT.search(line) or _is_in_a_pager(contact, facts):
        return True
    section = facts.section_of(contact.line)
    return bool(facts.speaks("people", contact.label) & {"paged"}) and any(
        facts.speaks("people", said.text) & {"pager"} for said in facts.said_in(section)
    )


def _is_in_a_pager(contact: Contact, facts: Facts) -> bool:
    """A chapter about the tool that pages has a row for him, by the whole of his name or one of two
    that a stroke divides: `| 3 | Harbour master | 15 minutes |`."""
    names = {name.strip() for name in folded(plain(contact.label)).split("(")[0].split("/")}
    return any(
        names & {cell.split("(")[0].strip() for cell in folded(said.text).split("|")}
        for section in facts.sections_of("people", "pager")
        if section.level > 1
        for said in facts.said_in(section)
        if said.kind == "row" and said.line != contact.line and "@" not in said.text
    )


def _is_known_otherwise(who: str, playbook: Playbook, facts: Facts) -> bool:
    """`Vendor hotline` is in the list as `Router vendor, contract 12`: but for the means, all its
    words stand there."""
    if _are_listed_each(who, playbook):
        return True
    words = {word for word in _names(who) if not facts.speaks("people", word) & {"means"}}
    if not words or words == _names(who):
        return False
    return any(words <= _names(contact.label) for contact in playbook.contacts)


def _are_listed_each(who: str, playbook: Playbook) -> bool:
    """`Area experts (Kiln, Glaze)`, and the list has one row for each: `Kiln on-call`."""
    areas = [area for area in BETWEEN.split(folded(who).partition("(")[2].rstrip(" )")) if area]
    if len(areas) < 2:
        return False
    labels = [_names(contact.label) for contact in playbook.contacts]
    return all(any(_names(area) and _names(area) <= label for label in labels) for area in areas)


def _is_paged(who: str, facts: Facts) -> bool:
    """Some line names him and the tool that pages him: `Schedule "north-lead"`, `in the pager`."""
    name = folded(plain(who)).split("(")[0].strip()
    return bool(name) and any(
        facts.speaks("people", line.partition(name)[2][:LONGEST]) & {"pager", "schedule"}
        for line in facts.lines_holding(name)
    )


def _has_a_chapter(who: str, facts: Facts) -> bool:
    """A heading begins with his name, and below it stands how he is reached."""
    name = folded(plain(who)).split("(")[0].strip()
    return len(name) >= SHORTEST and any(
        ADDRESS.search(said.text[:LONGEST]) or WAY.search(said.text[:LONGEST])
        for section, title in _chapters(facts.page, facts.words).get(name.split(" ")[0], ())
        if title.startswith(f"{name} ")
        for said in facts.said_in(section)
    )


@kept_with_page
def _chapters(page: Outline, _words: Vocabulary) -> Mapping[str, Sequence[tuple[Section, str]]]:
    """The sections below the title of a page, each with its own, by the first word of it."""
    found: dict[str, list[tuple[Section, str]]] = {}
    for section in page.sections:
        title = f"{folded(plain(section.title)).lstrip(COUNTED)} "
        if section.level > 1:
            found.setdefault(title.split(" ")[0], []).append((section, title))
    return found


def _is_reached_there(who: str, line: int, playbook: Playbook, facts: Facts) -> bool:
    """The rung itself tells the way: `pager 55`, `through the harbour master`; or somebody who has
    a number calls on: `the harbour master informs the owner`; or he watches the alarms himself."""
    steps = [step for chain in playbook.chains for step in chain.steps]
    text = plain(facts.page.lines[line - 1])
    is_alone = sum(step.line == line for step in steps) == 1
    if is_alone and (WAY.search(text) or _is_rung_with_others(text, playbook, facts)):
        return True
    begins = next((step.condition for step in steps[:1] if step.who == who), None) or ""
    if facts.speaks("people", begins) & {"alarm", "gets_alarms"}:
        return True
    sentence = next((part for part in SENTENCE.split(text) if who in part), "")
    before, _, behind = sentence.partition(who)
    spoken = facts.speaks("people", before) & {"writes"}
    through = facts.word("people", "through", behind)
    return bool(
        (spoken and _is_listed(before, playbook))
        or (through and _is_listed(behind.partition(through)[2], playbook))
    )


def _is_rung_with_others(text: str, playbook: Playbook, facts: Facts) -> bool:
    """One call wakes them all; or the rung names the pager, and the list has its number: whoever is
    on duty carries it."""
    spoken = facts.speaks("people", text)
    listed = (facts.page.lines[one.line - 1][:LONGEST] for one in playbook.contacts)
    is_carried = "carried" in spoken and any(_numbers_a_pager(line, facts) for line in listed)
    return is_carried or "group_call" in spoken


def _numbers_a_pager(line: str, facts: Facts) -> bool:
    pager = facts.word("people", "carried", line)
    return pager is not None and NUMBER_NEXT.match(line.partition(pager)[2]) is not None


def _is_listed(text: str, playbook: Playbook) -> bool:
    """Whether it names somebody of the list of contacts."""
    low = folded(text)
    labels = (folded(plain(one.label)).partition("(")[0].strip() for one in playbook.contacts)
    return any(len(label) >= SHORTEST and label in low for label in labels)


def is_a_piece(who: str, facts: Facts) -> bool:
    """`ring again`, `nobody answers`, `press statement`, an amount, a point of a list in a
    drawing: what is done or happens between two people of a chain."""
    if MEASURED.search(who) or SENTENCES.search(who):
        return True
    if who.rstrip().endswith(("?", "？")) or who.lstrip()[:1] in POINTS:
        return True
    spoken = facts.speaks("people", who) & {"calls", "no_person"}
    return bool(spoken) or bool(facts.speaks("prose", who) & {"unanswered"}) or _happens(who, facts)


def _happens(who: str, facts: Facts) -> bool:
    """`Whole crew assembled`: the last word tells what becomes of them; wide script has no gaps."""
    said = plain(who).rstrip(" .。")
    last = facts.word("people", "happened", said)
    return last is not None and len(last) < len(said) and said.endswith(last)


def _begins(chain: EscalationChain) -> bool:
    """It begins with somebody who waits for nothing; all others are called after some time, or in
    some case."""
    first, *later = chain.steps or (None,)
    if first is None or not later or first.after is not None or first.condition:
        return False
    return all(step.after is not None or step.condition for step in later)


def _readers(facts: Facts) -> set[str]:
    """The words by which the head of the page says for whom it is: `For the harbour's desk`."""
    return {
        word
        for said in islice(facts.said, HEAD_LINES)
        if facts.speaks("people", said.text.partition(" ")[0]) & {"for_whom"}
        for word in _names(said.text.partition(".")[0][:LONGEST])
    }


def _names(text: str) -> set[str]:
    return {word for word in WORD.findall(folded(plain(text))) if len(word) >= SHORTEST}


def _shifts(playbook: Playbook, facts: Facts) -> set[str]:
    """The words for a group that is rung as one: a shift, a desk, a crew."""
    return {word for contact in playbook.contacts for word in _groups(contact.label, facts)}


def _groups(label: str, facts: Facts) -> set[str]:
    return {word for word in _names(label) if facts.speaks("people", word) & {"group"}}


def _listed_beside_others(facts: Facts) -> Iterator[str]:
    """The names before a colon in a list of contacts: `Warden, Owner: list at the gate`."""
    for section in facts.page.sections:
        if section.level > 1 and "contacts" in facts.about(section):
            for said in facts.said_in(section):
                label = LABEL.split(said.text[:LONGEST], maxsplit=1)[0]
                names = BETWEEN.split(folded(label))
                if len(names) > 1 and LABEL.search(said.text[:LONGEST]):
                    yield from (name.strip() for name in names)
