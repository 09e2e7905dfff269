"""Changes that are tried, tested or taken for a while, and never made to count."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import in_reference, short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.page.blocks import Section, fences

FOR_A_WHILE = re.compile(r"^\s*(?:[\w@.-]+[#>]\s*)?commit\s+confirmed\b")
FOR_GOOD = re.compile(r"^\s*(?:[\w@.-]+[#>]\s*)?commit(?:\s+(?:check|and-quit|comment\b.*))?\s*$")
CONFIRMS = re.compile(r"`commit(?: and-quit)?`")
RENEWS = re.compile(r"\b(?:certbot|acme\.sh|lego|dehydrated)\b[^\n|;&]{0,200}")
RENEWS_SO = re.compile(r"\brenew|--renew|\bcertonly\b")
TESTS = re.compile(
    r"\bnginx\s+-t\b|\bhaproxy\s+-c\b|\b(?:apachectl|apache2ctl|httpd)\s+(?:configtest|-t)\b"
)
CHANGES = re.compile(r"\brenew|\bcp\s|\bmv\s|\bsed\s+-i|\binstall\s|\bln\s|\btee\s")
TAKES_UP = re.compile(r"\b(?:re)?load\b|\brestart\b|\bnginx\s+-s\b|\bgraceful\b|\bHUP\b")


def check(facts: Facts) -> Iterator[Finding]:
    """Half a change: the other half stands nowhere in its section."""
    for section in facts.page.sections:
        yield from _never_confirmed(section, facts)
        acts = [act for act in facts.acts_in(section) if not in_reference(act, facts)]
        yield from _only_rehearsed(acts, facts)
        yield from _never_taken_up(section, facts)


def _never_confirmed(section: Section, facts: Facts) -> Iterator[Finding]:
    """After so many minutes the device goes back by itself."""
    lines = [
        (line, text)
        for fence in fences(section)
        for line, text in enumerate(fence.lines, fence.line + 1)
    ]
    tried = [line for line, text in lines if FOR_A_WHILE.search(text[:200])]
    kept = any(FOR_GOOD.search(text[:200]) for line, text in lines if tried and line > tried[-1])
    told = any(CONFIRMS.search(said.text) for said in facts.said_in(section))
    if tried and not (kept or told):
        yield facts.finding("RC851", tried[-1], f"“{short(facts.page.lines[tried[-1] - 1])}”")


def _only_rehearsed(acts: list[Act], facts: Facts) -> Iterator[Finding]:
    """`certbot renew --dry-run` renews nothing."""
    renewals = [
        (act, found.group())
        for act in acts
        if (found := RENEWS.search(act.text)) and RENEWS_SO.search(found.group())
    ]
    if renewals and all("--dry-run" in text for _, text in renewals):
        act = renewals[0][0]
        yield facts.finding("RC851", act.line, f"“{short(act.text)}”")


def _never_taken_up(section: Section, facts: Facts) -> Iterator[Finding]:
    """Something was changed and the configuration tested; the service still runs on the old."""
    for fence in fences(section):
        lines = [text[:400] for text in fence.lines]
        last = max((at for at, text in enumerate(lines) if text.strip()), default=-1)
        if last < 1 or not TESTS.search(lines[last]):
            continue
        changed = any(CHANGES.search(text) for text in lines[:last])
        after = (*lines, *(said.text for said in facts.said_in(section) if said.line > fence.line))
        taken_up = any(
            TAKES_UP.search(text) or facts.speaks("left_down", text) & {"starts"} for text in after
        )
        if changed and not taken_up:
            yield facts.finding("RC851", fence.line + 1 + last, f"“{short(lines[last])}”")
