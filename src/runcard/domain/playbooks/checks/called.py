"""Somebody who is to be rung: in no list of contacts, or there with a mailbox or hours only."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.checks.names import is_a_way, is_among, name_of
from runcard.domain.playbooks.checks.reachable import wakes_otherwise
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Contact, Finding, Playbook
from runcard.domain.playbooks.words import folded

SENTENCE = re.compile(r"(?<=[^\W\d]{2})[.;!?]\s|[。；]")
# `Slow pages | harbour board`: nobody in the next cell is rung.
PIECE = re.compile(rf"{SENTENCE.pattern}|\s\|\s")
# What may stand in front of the noun of a role, back to an article, and what may stand behind it.
BEFORE = re.compile(r"((?:[\w’'&-]+ ){0,3})$")
BEHIND = re.compile(
    r" (?:(?:of|for) (?:the )?(?=[A-Z])"
    r"|(?:de|du|des|do|da|dos|del|di|della|van|für) (?:la |l['’])?)"
    r"([\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)"
)
# What kind of a responsible or a director it is, in languages that say it behind.
NEXT = re.compile(r" [^\W\d_][\w’'-]{3,}")
NOUN = re.compile(r"\b(?:on[- ]|the |a |an |by )$", re.IGNORECASE)
SHORT = re.compile(r"\s*\(([A-Z]{2,5})\)")
STAFFED = re.compile(r"\b\d{1,2}(?:[:.h]\d\d| ?h)? ?[-–] ?\d{1,2}(?:[:.]\d\d| ?h)(?!\w)")
WORDS = re.compile(r"[^\W\d_]{2,}")
REACHED = re.compile(
    r"\d{4,}|\d[ -]\d{2}|[\w.+-]+@|https?://|(?<!\w)[#@]\w|`[^`]+`|\b(?:ext|ramal)\b"
)
FAR = 48  # signs between the verb and the role
STEM = 5
MOST = 200  # people of one document that are looked for
LONGEST = 600  # signs of a line with a number
FEWEST = 2  # lines with a number, before a document is said to have a list


@dataclass(frozen=True, slots=True)
class Call:
    """An order to ring somebody: whom, in what sentence."""

    whom: str
    sentence: str
    said: Said


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Everybody who is rung by a sentence and by no list."""
    calls = list(islice(_calls(playbook, facts), MOST))
    yield from _not_listed(calls, playbook, facts)
    yield from _asleep(playbook, facts)


def _calls(playbook: Playbook, facts: Facts) -> Iterator[Call]:
    messages = {
        at
        for one in playbook.templates
        for at in range(one.text_line, one.text_line + one.text.count("\n") + 1)
    }
    for said in facts.said_of("called"):
        if said.line in messages or facts.about(said.section) & {"templates", "review", "drills"}:
            continue
        for sentence in PIECE.split(said.text):
            for whom in _rung_in(sentence, facts):
                yield Call(whom, sentence, said)


def _rung_in(sentence: str, facts: Facts) -> Iterator[str]:
    """The roles behind a verb for ringing."""
    known = facts.words.lint["called"]
    verb = -FAR * 9
    for found in known.matches(sentence):
        kinds = known.phrases[found.group()]
        if "ring" in kinds and not NOUN.search(sentence[: found.start()]):
            verb = found.end()
        elif {"role", "department"} & set(kinds) and 0 <= found.start() - verb <= FAR:
            whom = _whole(sentence, verb, found.start(), found.end(), facts)
            if sentence[found.start()].isupper() or "department" not in kinds:
                yield whom


def _whole(sentence: str, verb: int, start: int, end: int, facts: Facts) -> str:
    """`data protection officer`, `Head of IT`: the noun with what belongs to it."""
    led = BEFORE.search(sentence[verb:start])
    words = led.group(1).split() if led else []
    stops = [at for at, word in enumerate(words) if facts.speaks("called", word) & {"article"}]
    is_all = sentence[verb:start].split() == words
    front = words[stops[-1] + 1 :] if stops else words if is_all else []
    behind = BEHIND.match(sentence, end)
    if behind is None and facts.speaks("called", sentence[start:end]) & {"of_what"}:
        behind = NEXT.match(sentence, end)
    return " ".join([*front, sentence[start : behind.end() if behind else end]])


def _not_listed(calls: Sequence[Call], playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`Ring the harbour captain`, and nobody knows the number."""
    known = {name_of(step.who) for chain in playbook.chains for step in chain.steps}
    known |= {name_of(one.name) for one in playbook.roles}
    known |= {name_of(one.label) for one in playbook.contacts}
    strangers: dict[str, Call] = {}
    for one in calls:
        if not (is_among(folded(one.whom), known) or _is_somebody_else(one, facts)):
            strangers.setdefault(folded(one.whom), one)
    if not strangers or len(list(islice(_with_a_number(facts), FEWEST))) < FEWEST:
        return
    reached = [*_reached(facts)]
    for one in strangers.values():
        if not any(_is_named_in(line, one) for line in reached):
            found = facts.finding("RC412", one.said.line, f"“{one.whom}”", one.whom)
            yield facts.marked(found, one.whom)


def _with_a_number(facts: Facts) -> Iterator[str]:
    return (line for line in facts.page.lines if hints.PHONE.search(line[:LONGEST]))


def _reached(facts: Facts) -> Iterator[str]:
    """The lines on which somebody may be reached, folded."""
    listed = _listed(facts)
    for number, line in enumerate(facts.page.lines, 1):
        if number in listed or REACHED.search(line[:LONGEST]):
            yield folded(line[:LONGEST])


def _listed(facts: Facts) -> set[int]:
    """The lines of lists of people; what is wrong with a row is told there."""
    lists = (one for one in facts.page.sections if hints.is_list_of_people(one, facts))
    return {
        line
        for one in lists
        for part in facts.page.under(one)
        for line in range(part.line, part.end + 1)
    }


def _is_somebody_else(one: Call, facts: Facts) -> bool:
    """Whoever leads or is on call stands behind a pager; for people outside there is a rule of its
    own."""
    spoken = facts.speaks("people", one.whom) & {"leads", "paged", "everybody", "team"}
    return bool(spoken or facts.speaks("outsiders", one.whom))


def _is_named_in(line: str, one: Call) -> bool:
    """All its words stand there, or the letters it is called by."""
    words = [word for word in WORDS.findall(one.whom) if len(word) > 2 or word.isupper()]
    short = SHORT.search(one.sentence, one.sentence.find(one.whom))
    by_letters = short is not None and re.search(rf"\b{short.group(1).lower()}\b", line)
    return bool(by_letters) or all(folded(word)[:STEM] in line for word in words)


def _asleep(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`Wake the pilots`, and the list has a mailbox; `at once`, and it has hours of work."""
    ways: dict[str, list[Contact]] = {}
    for contact in playbook.contacts:
        ways.setdefault(name_of(contact.label), []).append(contact)
    worst = playbook.severities[0].key if playbook.severities else ""
    spoken = [(said, folded(said.text)) for said in facts.said_of("called")]
    for name, own in islice(ways.items(), MOST):
        line = facts.page.lines[own[0].line - 1]
        mailbox, hours = all(map(_is_mailbox, own)), _has_hours(line, facts)
        mailbox = mailbox and not any(wakes_otherwise(way, facts) for way in own)
        if len(name) < 3 or not (mailbox or hours) or is_a_way(own[0].label, facts):
            continue
        names = {name, *map(str.lower, SHORT.findall(f" {own[0].label}"))}
        told = (
            (mailbox and said.line != own[0].line and _wakes(said, names, facts))
            or _is_urgent(said, names, worst, facts)
            for said, low in spoken
            if any(one in low for one in names)
        )
        if any(told):
            yield facts.finding("RC405", own[0].line, own[0].label, own[0].label)


def _is_mailbox(way: Contact) -> bool:
    return way.kind == "email" and hints.PHONE.search(way.value) is None


def _has_hours(line: str, facts: Facts) -> bool:
    """Office hours, or a day that ends; and no other way for the night."""
    spoken = facts.speaks("people", line)
    limited = "office_hours" in spoken or STAFFED.search(line) is not None
    return limited and not spoken & {"shift", "always"}


def _wakes(said: Said, names: set[str], facts: Facts) -> bool:
    """A sentence in which such a name stands directly behind a word for ringing, not for telling;
    or before it, where the verb comes last."""
    known = facts.words.lint["called"]
    low = folded(said.text)
    for found in known.matches(said.text):
        kinds = known.phrases[found.group()]
        behind = PIECE.split(low[found.end() : found.end() + FAR])[0]
        before = PIECE.split(low[max(found.start() - FAR, 0) : found.start()])[-1]
        if ("wake" in kinds and _stands(behind, names)) or (
            "last" in kinds and _stands(before, names)
        ):
            return True
    return False


def _stands(text: str, names: set[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def _is_urgent(said: Said, names: set[str], worst: str, facts: Facts) -> bool:
    """`The pilots must know at any hour`; `the clerk signs every P1`."""
    if facts.about(said.section) & {"templates", "review", "drills"}:
        return False
    for sentence in SENTENCE.split(said.text):
        spoken = facts.speaks("called", sentence)
        every = worst and re.search(rf"\b{re.escape(worst)}\b", sentence, re.IGNORECASE)
        if _stands(folded(sentence), names) and (
            "any_hour" in spoken or (every and "every" in spoken)
        ):
            return True
    return False
