"""Commands that take all there is, where the words above speak of one."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import in_reference, short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.page.blocks import fences

TABLE = r"[\w.`\"\[\]]{1,80}"
EVERY_ROW = re.compile(
    rf"\bUPDATE\s+(?:ONLY\s+)?{TABLE}\s+SET\s[^;]{{1,1500}}"
    rf"|\bDELETE\s+FROM\s+{TABLE}\s*(?=;|$|\")",
    re.IGNORECASE,
)
NARROWED = re.compile(r"\b(?:WHERE|LIMIT|FROM\s+\(|RETURNING|JOIN|USING|TOP)\b", re.IGNORECASE)
# A row that holds for the whole house is set as a whole.
ONE_ROW = re.compile(
    r"setting|config|flag|switch|toggle|option|param|maintenance|status_page", re.I
)
EVERY_OBJECT = re.compile(r"\b(?:kubectl|oc)\b[^\n|;]{0,120}\bdelete\s[^\n|;]{0,120}--all(?![\w-])")
EVERY_SESSION = re.compile(
    r"^\s*(?:#\s*)?clear\s+(?:ip\s+|ipv6\s+)?"
    r"(?:bgp|ospf|isis|ldp|rsvp|bfd|pppoe?|l2tp|subscribers?|dhcp|crypto)\b"
    r"[^\n]{0,60}\s(?:all|\*)\s*$"
)
EVERY_FILE = re.compile(r"\bmv\s+(?:-\w+\s+)?(/[^\s*]{2,120})/\*\s+/")


def check(facts: Facts) -> Iterator[Finding]:
    """Every row, every object of a kind, every session, every file."""
    for act in facts.acts:
        if not in_reference(act, facts) and (_takes_rows(act) or _takes_more(act, facts)):
            yield facts.finding("RC849", act.line, f"“{short(act.text)}”")
    for section in facts.page.sections:
        for fence in fences(section):
            for line, text in enumerate(fence.lines, fence.line + 1):
                if EVERY_SESSION.search(text[:200]):
                    yield facts.finding("RC849", line, f"“{short(text)}”")


def _takes_rows(act: Act) -> bool:
    found = EVERY_ROW.search(act.text)
    if found is None or NARROWED.search(act.text[found.start() :]):
        return False
    return ONE_ROW.search(found.group()[:80]) is None


def _takes_more(act: Act, facts: Facts) -> bool:
    """Objects or files, where all of them are not what was spoken of."""
    above = f"{facts.label_above(act.block) if act.block else ''} | {act.title}"
    if facts.speaks("setting", above) & {"whole"}:
        return False
    if EVERY_OBJECT.search(act.text):
        return True
    return EVERY_FILE.search(act.text) is not None and bool(
        facts.speaks("left_down", above) & {"one_file"}
    )
