"""A service is started anew on one host, and its neighbour is asked whether it runs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Grade

RESTARTED = re.compile(
    r"\bssh\s+(?:-\w+\s+){0,4}(?:[\w.-]+@)?(?P<host>[A-Za-z][\w-]*\d)(?![\w-])[^\n|;]{0,120}"
    r"\b(?:systemctl\s+restart|docker\s+restart|service\s+\S{1,60}\s+restart)\b"
)
PROBES = re.compile(
    r"^\s*(?:dig|nslookup|host|curl|wget|nc|pg_isready|openssl)\s"
    r"|\bsystemctl\s+(?:is-active|status)\s"
)
HOST = re.compile(r"(?<![\w.-])([A-Za-z][A-Za-z-]*)(\d{1,3})(?![\w-])")
ADDRESS = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)")
# `dns1 is 192.0.2.53`, `dns1 (192.0.2.53)`, `| dns1 | 192.0.2.53 |`.
NAMED = re.compile(
    r"(?<![\w.-])([A-Za-z][A-Za-z-]*\d{1,3})[^\w.]{1,6}(?:[^\W\d_]{1,4}[^\w.]{1,2})?"
    r"(\d{1,3}(?:\.\d{1,3}){3})(?!\d|\.\d)"
)
# A change, or a view that every member of a cluster has of all.
WIDER = re.compile(r"\s-X\s|\s-d\s|--data|cluster|_cat/|/(?:members|nodes|peers)\b", re.IGNORECASE)
LONGEST = 600


def check(facts: Facts) -> Iterator[Finding]:
    """Each block in which the wrong one of two answers."""
    blocks = [(act, found) for act in facts.acts if (found := RESTARTED.search(act.text))]
    names = _names(facts) if blocks else {}
    for act, found in blocks:
        later = [one for one in facts.block_of(act) if one.place > act.place]
        asked = _asked_instead(found.group("host"), later, names)
        if asked is not None:
            told = facts.finding("RC803", asked.line, f"“{short(asked.text)}”")
            yield replace(told, grade=Grade.ERROR)


def _names(facts: Facts) -> Mapping[str, str]:
    """The host of each address that the page gives to one alone."""
    owners: dict[str, set[str]] = {}
    for line in facts.page.lines:
        if ADDRESS.search(line[:LONGEST]):
            for name, address in NAMED.findall(line[:LONGEST]):
                owners.setdefault(address, set()).add(name)
    return {address: next(iter(own)) for address, own in owners.items() if len(own) == 1}


def _asked_instead(host: str, later: Sequence[Act], names: Mapping[str, str]) -> Act | None:
    """The first look at a neighbour, where nothing below looks at the host itself."""
    if any(RESTARTED.search(one.text) for one in later):
        return None
    touched = [(one, _hosts(one.text, names)) for one in later]
    if any(host in hosts for _, hosts in touched):
        return None
    stem = host.rstrip("0123456789")
    return next(
        (
            one
            for one, hosts in touched
            if PROBES.search(one.text)
            and not WIDER.search(one.text)
            and len(hosts) == 1
            and next(iter(hosts)).rstrip("0123456789") == stem
        ),
        None,
    )


def _hosts(text: str, names: Mapping[str, str]) -> set[str]:
    """The hosts that a command speaks to, by name or by address."""
    said = {"".join(found) for found in HOST.findall(text[:LONGEST])}
    addressed = {names[one] for one in ADDRESS.findall(text[:LONGEST]) if one in names}
    return addressed or said
