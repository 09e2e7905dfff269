"""What a command above another has shown: a list, a state, what runs, the rows of a query."""

import re
from collections.abc import Iterable

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import statements
from runcard.domain.playbooks.command_checks.asking import looks
from runcard.domain.playbooks.facts import Facts

A_LIST = re.compile(
    r"(?i)\blist\b(?!\s+\w)|\blist-|(?<!\w)ls\s|\bshow\s+(?:full\s+)?\w+list|/_all\b"
    r"|/_cat/|--list\b|\bhistory\b"
)
# `WHERE flight_no = '`, `SET state = 1 WHERE id IN (`: what a gap behind it is compared with.
COMPARED = re.compile(r"(\w{2,60})[\"`]?\s{0,5}(?:=|\bIN\s{0,3}\()[\s'\"]{0,5}$", re.IGNORECASE)
SELECTED = re.compile(r"\bSELECT\b(.{1,400}?)\bFROM\s+([\w.]+)", re.IGNORECASE | re.DOTALL)
OF_TABLE = re.compile(r"\b(?:UPDATE|FROM|INTO)\s+([\w.]+)", re.IGNORECASE)
CLUSTERS = {"kubectl", "oc"}
CONTAINERS = {"docker", "podman", "docker-compose"}
RUNNING = {"pods", "pod", "po", "deployments", "deployment", "deploy", "services", "svc", "all"}
NAME = re.compile(r"\w+")
ANY_TABLES = {"id", "name", "key", "status", "state"}  # columns that every table has
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


def shows_what_runs(act: Act) -> bool:
    """`kubectl get pods`, `docker ps`: everything that runs, by its name."""
    return any(
        (call.program in CLUSTERS and call.verb == "get" and RUNNING & set(call.objects))
        or (call.program in CONTAINERS and call.verb in {"ps", "compose ps"})
        for call in act.calls
    )


def is_queried_above(token: str, act: Act, above: Iterable[Act], facts: Facts) -> bool:
    """`WHERE gate_no = '<gate>'`, and a query above has shown the `gate_no` of those in trouble."""
    column = COMPARED.search(act.text.partition(token)[0])
    if column is None:
        return False
    name, tables = column.group(1).lower(), set(_folded(OF_TABLE.findall(act.text)))
    return any(
        name in _folded(NAME.findall(shown)) and (name not in ANY_TABLES or table.lower() in tables)
        for one in above
        if looks(one, facts)
        for shown, table in SELECTED.findall(one.text)
    )


def _folded(names: Iterable[str]) -> list[str]:
    return [name.lower() for name in names]
