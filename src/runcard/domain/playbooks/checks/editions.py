"""How a page says which edition it is and how often it is read again."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import label_of, tables
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import untitled

DIGIT = re.compile(r"\d")
DAY = re.compile(r"(?<!\d)20\d\d(?!\d)|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
TOP = 20
FOOT = 6  # lines
MARKS = " >*-|"
RULE = re.compile(r"\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*$")
KEPT = {"version", "created", "last_updated", "last_reviewed"}


def has_a_history(facts: Facts) -> bool:
    """A table of editions, each with its day: `| Version | Date | Changes |`; or a chapter of its
    own with days in it: `## Revision history`, `## Last updated`."""
    return _has_a_table_of_editions(facts) or any(
        DAY.search(said.text)
        for section in facts.page.sections
        if is_a_history(section.title, facts) or _is_the_day(section.title, facts)
        for said in facts.said_in(section)
    )


def is_a_history(title: str, facts: Facts) -> bool:
    """A heading for what was changed in the page, and when."""
    return facts.words.lint["chapters"].exactly(untitled(title)) == "page_history"


def _is_the_day(title: str, facts: Facts) -> bool:
    """A heading in the place of a label, with the day it asks for below it."""
    return facts.words.meta.exactly(untitled(title)) in KEPT


def _has_a_table_of_editions(facts: Facts) -> bool:
    for section in facts.page.sections:
        for table in tables(section):
            heads = [_kind(cell, facts) for cell in table.head.cells]
            if "version" in heads and "date" in heads:
                at = heads.index("date")
                if any(at < len(row.cells) and DIGIT.search(row.cells[at]) for row in table.rows):
                    return True
    return False


def _kind(cell: str, facts: Facts) -> str:
    if facts.words.meta.exactly(cell) == "version":
        return "version"
    is_date = facts.words.columns.exactly(cell) == "date" or facts.words.meta.exactly(cell) in KEPT
    return "date" if is_date else ""


def rhythm_of_reading(facts: Facts) -> Text | None:
    """`Review frequency: quarterly`, at the head of the page or at its foot."""
    return next(_rhythms(facts), None)


def about_itself(facts: Facts) -> Iterator[tuple[int, str]]:
    """The lines, with their numbers, in which a page speaks of itself: its first ones, and its last
    below a rule or a day."""
    lines = facts.page.lines
    yield from enumerate(lines[:TOP], 1)
    foot = [at for at in range(TOP + 1, len(lines) + 1) if lines[at - 1].strip()][-FOOT:]
    begins = next((at for at in foot if RULE.match(lines[at - 1]) or DAY.search(lines[at - 1])), 0)
    yield from ((at, lines[at - 1]) for at in foot if begins and at >= begins)


def _rhythms(facts: Facts) -> Iterator[Text]:
    for line, text in about_itself(facts):
        label = label_of(text.strip(MARKS).replace("**", ""))
        if label is None or "how_often_read" not in facts.speaks("beside", label.name):
            continue
        if any(span.seconds for span in spans_in(label.value, facts.words)):
            yield Text(text.strip(MARKS), line)
