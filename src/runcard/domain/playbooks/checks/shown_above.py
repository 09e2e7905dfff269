"""What the command directly above another has shown: a list, a state, what runs."""

import re

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.asking import looks
from runcard.domain.playbooks.checks.setting import statements
from runcard.domain.playbooks.facts import Facts

A_LIST = re.compile(
    r"(?i)\blist\b(?!\s+\w)|\blist-|(?<!\w)ls\s|\bshow\s+(?:full\s+)?\w+list|/_all\b"
    r"|/_cat/|--list\b|\bhistory\b"
)
SHOWS_PROCESSES = {"ps", "pgrep", "pidof", "lsof", "fuser", "ss", "netstat", "jps"}


def is_shown_beside(act: Act, facts: Facts) -> bool:
    """The command directly above it in its block shows which one: a query, or a list of what
    runs."""
    before = next((one for one in facts.block_of(act) if one.place == act.place - 1), None)
    if before is None or not looks(before, facts):
        return False
    return bool(statements(before)) or any(call.program in SHOWS_PROCESSES for call in before.calls)


def is_listed_beside(act: Act, facts: Facts) -> bool:
    """The command directly above it in its block lists things: one of them is meant."""
    return any(
        one.place == act.place - 1 and A_LIST.search(one.text) and looks(one, facts)
        for one in facts.block_of(act)
    )


def is_stated_beside(act: Act, facts: Facts) -> bool:
    """The command directly above it shows the state of what the id belongs to."""
    return any(
        one.place == act.place - 1
        and looks(one, facts)
        and any("status" in call.plain for call in one.calls)
        for one in facts.block_of(act)
    )
