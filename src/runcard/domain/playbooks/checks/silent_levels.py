"""Levels that name nobody to call, where others do: a gap, or a decision."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.checks import beside_chains, hints
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook, Severity, TimeValue
from runcard.domain.playbooks.page.blocks import label_of, tables
from runcard.domain.playbooks.words import folded

# What stands in a cell or behind a label.
CELLS = re.compile(r"[|:：]")
ASIDE = re.compile(r"[,;(、，（]|\s[–—-]\s")
DASHES = {"-", "–", "—", "－", "n/a"}
HALF_A_DAY = 4 * 3600
LATER = {
    "same_business_day", "next_business_day", "business_days",
    "next_release", "best_effort", "work_session",
}  # fmt: skip


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Some levels name whom to call and others do not."""
    levels = playbook.severities
    if not any(level.escalation for level in levels):
        return
    silent = [
        level
        for level in levels
        if not level.escalation
        and not _is_left_out(level, facts, is_lightest=level in _lightest(levels))
        and not beside_chains.keeps_it(level, levels, facts)
    ]
    if silent:
        shown = ", ".join(level.key for level in silent)
        yield facts.over("RC304", [level.line for level in silent], shown)


def _lightest(levels: Sequence[Severity]) -> Sequence[Severity]:
    """Those below the last that names somebody."""
    last = max(at for at, level in enumerate(levels) if level.escalation)
    return levels[last + 1 :]


def _is_left_out(level: Severity, facts: Facts, *, is_lightest: bool) -> bool:
    """`Nobody` is a decision, for the lightest level a dash too, and so is an answer some other
    day; an empty cell is a gap."""
    due = level.response or level.acknowledge
    if due is not None and due.seconds is None and due.calendar in LATER:
        return True
    if is_lightest and due is not None and _is_for_the_day(due):
        return True
    texts = hints.own_lines(level, facts)
    cells = [cell.strip(" *") for text in texts for cell in CELLS.split(text)[1:]]
    dash = is_lightest and any(cell in DASHES for cell in cells)
    return dash or any(_is_nobody(cell, facts) for cell in cells) or _is_told(level, facts)


def _is_for_the_day(due: TimeValue) -> bool:
    """In working days, or half of one: nobody is woken for it, or waits for somebody else."""
    calendar = due.calendar or ""
    is_long = calendar.startswith("business") and (due.seconds or 0) >= HALF_A_DAY
    return is_long or calendar.startswith("business_days")


def _is_told(level: Severity, facts: Facts) -> bool:
    """`At once`, `by hand` in the column where others name people, or behind such a label."""
    for table in tables(facts.section_of(level.line)):
        for row in table.rows:
            asked = zip(table.head.cells, row.cells, strict=False)
            if row.line == level.line:
                return any(_escalates(head, facts) and _says(cell) for head, cell in asked)
    lines = (text.lstrip(" -+") for text in hints.own_lines(level, facts))
    labels = (label_of(text.removeprefix("* ")) for text in lines)
    return any(one is not None and _escalates(one.name, facts) and _says(one.value)
               for one in labels)  # fmt: skip


def _escalates(head: str, facts: Facts) -> bool:
    return bool({"escalation"} & (facts.words.labels.all(head) | facts.words.headings.all(head)))


def _says(value: str) -> bool:
    bare = value.strip(" *_")
    return bool(bare) and bare not in DASHES


def _is_nobody(cell: str, facts: Facts) -> bool:
    """`Nobody`; what happens instead may stand behind it: `nobody, a ticket is enough`."""
    words = facts.word("people", "nobody", cell)
    return words is not None and folded(words) == folded(ASIDE.split(cell)[0]).strip()
