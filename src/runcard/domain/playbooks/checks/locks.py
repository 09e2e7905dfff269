"""Maintenance that locks whole tables, run in the middle of an incident."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import is_warned
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

INDEX = re.compile(r"\bCREATE\s+(?:UNIQUE\s+)?INDEX\b(?!\s+CONCURRENTLY)", re.IGNORECASE)
EXCLUSIVE = re.compile(
    r"\bREINDEX\s+(?:\([^)]*\)\s*)?(?:DATABASE|SYSTEM|SCHEMA|TABLE"
    r"|INDEX)\b(?!\s+CONCURRENTLY)|\bVACUUM\s+FULL\b|\bOPTIMIZE\s+TABLE\b",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that makes others wait for a table."""
    for act in facts.acts:
        if act.text:
            yield from _of_one(act, facts)


def _of_one(act: Act, facts: Facts) -> Iterator[Finding]:
    index = INDEX.search(act.text)
    if index is not None:
        yield facts.finding("RC738", _line_of(act, index.start()), f"“{index.group()}”")
    heavy = EXCLUSIVE.search(act.text)
    if heavy is not None and not is_warned(act, facts):
        yield facts.finding("RC739", _line_of(act, heavy.start()), f"“{heavy.group()}”")


def _line_of(act: Act, at: int) -> int:
    return act.line + act.text[:at].count("\n")
