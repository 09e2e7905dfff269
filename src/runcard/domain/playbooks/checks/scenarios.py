"""Scenarios that a table of targets names and no runbook of the document is about."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from runcard.domain.playbooks.checks.recovery import column_about
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.page.blocks import Table, tables
from runcard.domain.playbooks.words import folded, untitled

WORD = re.compile(r"[^\W\d_]{4,}")


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A table of targets whose scenarios are no runbook of the document."""
    titles = [frozenset(WORD.findall(folded(book.title))) for book in playbook.runbooks]
    if not titles:
        return
    firsts = [one.line for one in playbook.runbooks]
    lasts = [*accumulate((one.end_line or one.line for one in playbook.runbooks), max)]
    for section in facts.page.sections:
        before = bisect_right(firsts, section.line)
        if before and section.line <= lasts[before - 1]:
            continue  # inside a runbook
        for table in tables(section):
            at = column_about(table, "rto", facts)
            if at is None or len(table.rows) < 2 or _has_no_scenarios(table, playbook, facts):
                continue
            rows = [
                frozenset(WORD.findall(folded(row.cells[0]))) for row in table.rows if row.cells
            ]
            if not any(len(row & title) >= 2 or row == title for row in rows for title in titles):
                yield facts.finding("RC625", section.line or table.line, untitled(section.title))


def _has_no_scenarios(table: Table, playbook: Playbook, facts: Facts) -> bool:
    """Its rows are the levels, each with its times, or the parts of the system."""
    if facts.speaks("objectives", table.head.cells[0]) & {"of_the_system"}:
        return True
    firsts = [row.cells[0] for row in table.rows if row.cells]
    return all(keys_in(cell, playbook.severities, facts.words) for cell in firsts)
