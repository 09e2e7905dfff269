"""A runbook that looks and acts at once, and says neither how to mend it nor when it is over."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Runbook
from runcard.domain.playbooks.page.blocks import Section, fences, items, labels_alone, tables
from runcard.domain.playbooks.page.checkboxes import BOX
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in

MOST_SENTENCES = 12
COMMENT = re.compile(r"^\s*(?:#(?!!)|//|::|--\s)\s*(?:\d{1,2}[.)]\s*)?")
LINKED = re.compile(r"\[([^\[\]]{1,120})\]\([^()\s]{1,200}\)")
LONGEST = 600
ONWARD = {"runbooks", "process"}


def under(runbook: Runbook, facts: Facts) -> tuple[Section, ...]:
    """The section of a runbook and those below it."""
    section = facts.section_at(runbook.line)
    return facts.page.under(section) if section is not None else ()


def check(book: Runbook, facts: Facts) -> Iterator[Finding]:
    """What to do at once, and neither how to mend it nor how to see that it is mended."""
    sections = under(book, facts)
    acts = any(fences(section) or items(section) for section in sections)
    labels = {
        concept
        for section in sections
        for said in (section.title, *_told_in(section, facts))
        for sentence in (said, *sentences(said)[:MOST_SENTENCES])
        for concept in facts.speaks("parts", sentence[:60])
    }
    if _is_handed_over(sections, facts) or _goes_on_later(sections, facts):
        return
    if acts and "immediate" in labels and not {"mend", "verify"} & labels:
        yield facts.finding("RC627", book.line, book.title)


def _goes_on_later(sections: Sequence[Section], facts: Facts) -> bool:
    """`At once (0-10 min)`, and further down `Afterwards (1-2 days)`: another window opens when the
    first has closed."""
    told = (
        span
        for one in sections
        for name in (one.title, *labels_alone(facts.page.lines[one.line : one.end]))
        for span in spans_in(name, facts.words)
    )
    windows = [(one.min_seconds, one.seconds) for one in told if one.min_seconds is not None]
    return any(closed and begin >= closed for (_, closed), (begin, _) in combinations(windows, 2))


def _is_handed_over(sections: Sequence[Section], facts: Facts) -> bool:
    """The last of its steps sends on."""
    said = [one for section in sections for one in facts.said_in(section)]
    return bool(said) and sends_on(facts.page.lines[said[-1].line - 1], facts)


def sends_on(text: str, facts: Facts) -> bool:
    """To another runbook, by a link: `4. Go on with [Runbook: fire](fire.md)`."""
    return any(facts.words.headings.all(name) & ONWARD for name in LINKED.findall(text[:LONGEST]))


def _told_in(section: Section, facts: Facts) -> Iterator[str]:
    """The words of a section, those over its columns and commands, and boxes to tick in a fence."""
    yield from (one.text for one in facts.said_in(section))
    yield from (cell for table in tables(section) for cell in table.head.cells)
    for fence in fences(section):
        for line in fence.lines:
            comment = COMMENT.match(line) or BOX.match(line)
            if comment is not None:
                yield line[comment.end() :]
