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
# Of those that answer queries, the ones that can build an index beside the writing if told to.
BUILDS_ASIDE = {"psql", "pgcli"}
OTHERS = {"sqlite3", "mysql", "mariadb", "sqlcmd", "duckdb", "wrangler", "turso", "litecli"}


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that makes others wait for a table."""
    for act in facts.acts:
        if act.text:
            yield from _of_one(act, facts)


def _of_one(act: Act, facts: Facts) -> Iterator[Finding]:
    index = INDEX.search(act.text)
    if index is not None and _may_build_aside(act, facts):
        yield facts.finding("RC738", _line_of(act, index.start()), f"“{index.group()}”")
    heavy = EXCLUSIVE.search(act.text)
    if heavy is not None and not is_warned(act, facts):
        yield facts.finding("RC739", _line_of(act, heavy.start()), f"“{heavy.group()}”")


def _may_build_aside(act: Act, facts: Facts) -> bool:
    """Another engine is asked, by this command or, for a query alone, by all of the document:
    there the word CONCURRENTLY is a mistake."""
    engines = BUILDS_ASIDE | OTHERS
    asked = engines & {call.program for call in act.calls} or engines & facts.programs
    return bool(asked & BUILDS_ASIDE) or not asked


def _line_of(act: Act, at: int) -> int:
    return act.line + act.text[:at].count("\n")
