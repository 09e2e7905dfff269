"""Sessions of a database that are ended by the dozen."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

TERMINATES = re.compile(r"pg_terminate_backend\s*\(\s*\w*\.?pid\b", re.IGNORECASE)
FROM_A_LIST = re.compile(r"\bFROM\b", re.IGNORECASE)
NARROW = re.compile(
    r"\b(?:datname|usename|application_name|client_addr|pid\s*(?:<>|!=|=|in))\b", re.IGNORECASE
)
IDLE = re.compile(r"\bidle\b", re.IGNORECASE)
# `pid = <pid>`, a gap or a number, and not the pid of another table.
ONE_SESSION = re.compile(r"\bpid\s*=\s*['\"]?(?:[<\[{$:\d]|(?-i:[A-Z_]{0,20}PID)\b)", re.IGNORECASE)
OR = re.compile(r"\bOR\b", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Finding]:
    """Sessions ended by the dozen, whoever they belong to."""
    for act in facts.acts:
        if not ends_sessions(act) or _ends_one_session(act.text):
            continue
        if not (NARROW.search(act.text) and (IDLE.search(act.text) or "usename" in act.text)):
            yield facts.finding("RC737", act.line, f"“{_condition(act)}”")


def ends_sessions(act: Act) -> bool:
    """Those that a query names by their number in the server's list."""
    return TERMINATES.search(act.text) is not None


def _ends_one_session(text: str) -> bool:
    """One that somebody has picked."""
    if not FROM_A_LIST.search(text):
        return True
    return ONE_SESSION.search(text) is not None and not OR.search(text)


def _condition(act: Act) -> str:
    """What the query says of those that it ends."""
    at = act.text.upper().find("WHERE")
    return " ".join((act.text[at:] if at >= 0 else act.text).split())[:90]
