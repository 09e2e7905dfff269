"""What the work itself has made above, and takes away again once it is done."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import acts_above
from runcard.domain.playbooks.facts import Facts

LONE = 3  # plain words of `delete job NAME`
KINDS = r"(DATABASE|SCHEMA|TABLE|USER|ROLE)"
NAME = r"[`\"'\[]?(\w[\w.$-]*)"
# `IF NOT EXISTS` takes what may have been there before.
CREATES = re.compile(rf"\bCREATE\s+{KINDS}\s+(?!IF\b){NAME}", re.IGNORECASE)
DROPS = re.compile(rf"\bDROP\s+{KINDS}\s+(?:IF\s+EXISTS\s+)?{NAME}", re.IGNORECASE)
TAKES_MORE = re.compile(r"\b(?:DROP|DELETE|TRUNCATE|UPDATE|ALTER|rm)\s", re.IGNORECASE)


def takes_what_it_made(act: Act, facts: Facts) -> bool:
    """`create job by-hand`, then `delete job by-hand`; a database for a trial, dropped after it."""
    above = acts_above(act, facts)
    made = {name for one in above for name in _made(one)}
    gone = {*_gone(act)}
    return bool(gone) and gone <= made and not TAKES_MORE.search(DROPS.sub("", _statements(act)))


def _made(act: Act) -> Iterator[tuple[str, str]]:
    for call in act.calls:
        if {"create", "run"} & set(call.plain[:2]):
            yield from ((call.program, name) for name in call.plain[1:])
        if call.program == "createdb":
            yield from (("database", name) for name in call.plain[:1])
    yield from _named(CREATES, act.text)


def _gone(act: Act) -> Iterator[tuple[str, str]]:
    for call in act.calls:
        if {"delete", "rm"} & set(call.plain[:2]) and len(call.plain) >= LONE:
            yield call.program, call.plain[-1]
        if call.program == "dropdb":
            yield from (("database", name) for name in call.plain[:1])
    yield from _named(DROPS, act.text)


def _named(told: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    """The kind and the name of each thing."""
    yield from ((kind.lower(), name.lower()) for kind, name in told.findall(text))


def _statements(act: Act) -> str:
    """What a database is told; a tool of its own has been asked by its words."""
    return act.text if DROPS.search(act.text) else ""
