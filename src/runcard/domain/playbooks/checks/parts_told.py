"""Who does what, told without a chapter of roles: by duties below names, by who answers for a part
of the work, by one person who does all of it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.page.blocks import Item, Paragraph, label_of, tables
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.words import folded, margin_of, plain, trailing_parenthesis

BULLET = re.compile(r"^\s*(?:[-+*]|\d{1,2}[.)])\s+")
STEP = re.compile(r"^\s*(?:\d{1,2}[.)]|[-+*]\s+\[.\])\s")
STARTS = re.compile(r"[*_]{0,3}(?:\s|[はがの])")
MARKS = " *_-+はが"
NEAR_VERB = 1
OBJECT = re.compile(r"\s\w+|\w")
OPEN = re.compile(r"^\W*$|^[\[<{].*[\]>}]$|_{3,}")
FEWEST = 2  # parts of the work, or names with duties
LONGEST = 24  # signs of such a label
LONGEST_LINE = 600
LONGEST_POST = 60
GAP = re.compile(r"[\[<{_@?]|\.\.\.|…")
NAME = re.compile(r"[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?")
BRACKETED = re.compile(r" \(([^()]{4,80})\)")
BRACKET = re.compile(r"\(([^()]{2,24})\)")


def are_told(playbook: Playbook, facts: Facts) -> bool:
    """Whether somebody reads out of it who leads, writes and keeps notes, in whatever form."""
    return (
        sum(1 for _ in with_duties(playbook, facts)) >= FEWEST
        or len(set(_answering(facts))) >= FEWEST
        or len(set(_given_out(facts))) >= FEWEST
        or is_one_person(facts)
        or (_shift_has_duties(facts) and _writers_are_named(facts))
    )


def _shift_has_duties(facts: Facts) -> bool:
    """`Duties:` above a list, in a chapter on who is on call."""
    return any(
        isinstance(above, Paragraph)
        and isinstance(below, Item)
        and (label := label_of(above.lines[-1].text)) is not None
        and not label.value
        and "duty" in facts.words.columns.all(label.name)
        for section in facts.page.sections
        if "oncall" in facts.about(section)
        for above, below in pairwise(section.blocks)
    )


def _writers_are_named(facts: Facts) -> bool:
    """A table of the ways to tell people, with somebody in each row."""
    return any(
        "who" in facts.words.columns.all(head)
        and len(table.rows) >= FEWEST
        and not any(OPEN.search(cell) for row in table.rows for cell in row.cells[at : at + 1])
        for section in facts.page.sections
        if "communication" in facts.about(section)
        for table in tables(section)
        for at, head in enumerate(table.head.cells)
        if at
    )


def _given_out(facts: Facts) -> Iterator[str]:
    """Parts that an entry gives to somebody, be it in a fence."""
    for line in {*facts.lines_of("people", "leads"), *facts.lines_of("people", "named_role")}:
        text = facts.page.lines[line - 1]
        part = facts.word("people", "leads", text) or facts.word("people", "named_role", text)
        if part is not None and is_given_out(text, part, facts):
            yield folded(part)


def is_given_out(text: str, part: str, facts: Facts) -> bool:
    """`- Scribe: [second on call]`, an entry with a post behind the part, or `- Scribe: keeps the
    notes`; a gap for a name or an address tells nobody who that is."""
    if _acts_in_a_sentence(text, part, facts):
        return True
    entry = BULLET.match(text)
    label, colon, value = text[entry.end() :].partition(":") if entry else ("", "", "")
    if not colon or folded(plain(label)).strip() != folded(part) or len(value) > LONGEST_POST:
        return False
    if "@" in value or "person" in facts.words.columns.all(value) or folded(part) in folded(value):
        return False
    is_post = "agent" in facts.words.people.all(value)
    spoken = facts.speaks("people", value)
    return is_post or bool(spoken & {"paged", "shift"}) or _is_a_duty(value, spoken)


def _acts_in_a_sentence(text: str, part: str, facts: Facts) -> bool:
    """`The scribe writes down every act`, at the head of a paragraph or of an entry; a numbered
    step, or a box to tick, is an order of one moment."""
    before, _, behind = text.partition(part)
    if STEP.match(text) or (before.strip(MARKS) and not _is_article(before, facts)):
        return False
    known, act = facts.words.lint["people"], behind.lstrip(MARKS)
    return STARTS.match(behind) is not None and any(
        found.start() <= NEAR_VERB
        and "does" in known.phrases[found.group()]
        and OBJECT.match(act[found.end() :]) is not None
        for found in known.matches(act)
    )


def _is_article(before: str, facts: Facts) -> bool:
    return facts.words.lint["people"].exactly(before.strip(MARKS)) == "article"


def _is_a_duty(value: str, spoken: frozenset[str]) -> bool:
    """Several words that begin or end with a small one; a name has capitals at both ends."""
    words = value.split()
    is_open = GAP.search(value) is not None or "not_filled" in spoken
    is_small = bool(words) and (words[0][0].islower() or words[-1][0].islower())
    return len(words) >= FEWEST and is_small and not is_open


def with_duties(playbook: Playbook, facts: Facts) -> Iterator[str]:
    """The names in a chain below which stands, further to the right, what they do."""
    for chain in playbook.chains:
        for step in chain.steps:
            below = facts.page.lines[step.line : step.line + 1]
            own = margin_of(facts.page.lines[step.line - 1])
            if any(BULLET.match(text) and margin_of(text) > own for text in below):
                yield step.who


def held_by_name(playbook: Playbook, facts: Facts) -> Iterator[str]:
    """The part behind the name of a person in a chain: `Ada (net lead)` holds it."""
    for chain in playbook.chains:
        for step in chain.steps:
            name, part = trailing_parenthesis(step.who)
            if part and NAME.fullmatch(name) and not facts.words.people.all(name):
                yield part


def taken_otherwise(playbook: Playbook, facts: Facts) -> Iterator[str]:
    """The post that a level calls in its row; a part whose bracket, or whose row in a table, says
    that whoever is on call takes it."""
    for level in playbook.severities:
        for called in level.escalation:
            if not facts.speaks("people", called.text) & {"leads"}:
                yield called.text
    for line in {*facts.lines_of("people", "leads"), *facts.lines_of("people", "named_role")}:
        text = plain(facts.page.lines[line - 1])
        part = facts.word("people", "leads", text) or facts.word("people", "named_role", text)
        if part is not None and _is_on_call(text, part, facts):
            yield part


def _is_on_call(text: str, part: str, facts: Facts) -> bool:
    """`Name a scribe (mostly the second on call)`; `| First on call | calls, scribe |`."""
    bracket = BRACKETED.match(text.partition(part)[2])
    if bracket is not None and not GAP.search(bracket.group()):
        return bool(facts.speaks("people", bracket.group()) & {"paged", "shift"})
    first, *others = (cell.strip() for cell in text.strip(" |").split("|"))
    posts = {one.strip(" .") for cell in others for one in folded(cell).split(",")}
    return folded(part) in posts and bool(facts.speaks("people", first) & {"paged"})


def _answering(facts: Facts) -> Iterator[int]:
    """`Responsible: harbour desk` in several chapters: each part of the work has somebody."""
    for said in facts.said:
        label = label_of(said.text)
        if label is None or len(label.name) > LONGEST or "review" in facts.about(said.section):
            continue
        if "owner" in facts.speaks("prose", label.name) and not OPEN.search(label.value):
            yield said.section.index


def is_one_person(facts: Facts) -> bool:
    """Every post in the lists of our own people is one and the same person's; or the page says that
    somebody runs it alone."""
    if facts.lines_of("people", "solo") or _is_alone_in_brackets(facts):
        return True
    for section in facts.page.sections:
        if not facts.about(section) & {"contacts", "roles"}:
            continue
        for table in tables(section):
            at = next(
                (at for at, cell in enumerate(table.head.cells) if _is_person(cell, facts)), 0
            )
            names = [folded(plain(row.cells[at])) for row in table.rows if at < len(row.cells)]
            if at and len(names) >= FEWEST and len(set(names)) == 1 and _is_name(names[0]):
                return True
    return False


def has_no_second_on_purpose(facts: Facts) -> bool:
    """`No deputy is named until somebody has agreed`: who reads it knows that nobody comes."""
    return any(
        {"no_second", "on_purpose"} <= facts.speaks("people", sentence)
        for said in facts.said_of("people", "no_second")
        for sentence in sentences(said.text)
    )


def _is_alone_in_brackets(facts: Facts) -> bool:
    """`Today (solo)`: the bracket says no more than that."""
    known = facts.words.lint.get("people")
    return known is not None and any(
        known.exactly(found.group(1)) == "alone_here"
        for said in facts.said_of("people", "alone_here")
        for found in BRACKET.finditer(said.text[:LONGEST_LINE])
    )


def _is_person(cell: str, facts: Facts) -> bool:
    return "person" in facts.words.columns.all(cell)


def _is_name(text: str) -> bool:
    """Two words and no gap: `Ada Moor`, and neither `tbd` nor a hyphen."""
    return len(text.split()) >= FEWEST and not OPEN.search(text)
