"""Hours of duty: without a zone, or given to a team."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.people.duty_zones import zone_in

HOURS = re.compile(
    r"\b\d{1,2}(?::\d\d|[.]\d\d)?\s*(?:am|pm|uhr|h|時)?\s*(?:-|–|to|bis|à|a|〜)\s*"
    r"\d{1,2}(?::\d\d|[.]\d\d)?\s*(?:am|pm|uhr|h|時)\b|\b\d\d:\d\d\s*[-–]\s*\d\d:\d\d",
    re.IGNORECASE,
)
ZONE = re.compile(
    r"\b(?:UTC|GMT|CET|CEST|EST|EDT|PST|PDT|MEZ|MESZ|BST|IST|JST|[A-Z][a-z]+/[A-Z][a-z_]+)\b"
)
ANY_ZONE = re.compile(
    ZONE.pattern + r"|\b(?:[PECM]T|AES?T|SGT|HKT|KST|BRT|WEST?|EES?T|ART|CLT|COT|SAST|NZS?T)\b"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Hours of duty without a zone where people sit in several, or given to a whole team."""
    apart = bool(facts.lines_of("people", "zones_apart")) or any(map(ZONE.search, facts.page.lines))
    everywhere = any(
        ANY_ZONE.search(facts.page.lines[line - 1])
        for line in facts.lines_of("people", "all_times")
    )
    for section in facts.page.sections:
        if "oncall" not in facts.words.headings.all(section.title):
            continue
        lines = range(section.line, section.end + 1)
        texts = [(line, facts.page.lines[line - 1]) for line in lines if line > 0]
        hours = [line for line, text in texts if HOURS.search(text)]
        zoned = any(
            ANY_ZONE.search(text) or facts.speaks("people", text) & {"zone"} for _, text in texts
        )
        zoned = everywhere or zoned or zone_in(facts.page, section, facts.words) is not None
        if hours and apart and not zoned:
            yield facts.finding("RC316", hours[0])
        yield from _by_a_team([(line, text) for line, text in texts if line in hours], facts)


def _by_a_team(hours: Sequence[tuple[int, str]], facts: Facts) -> Iterator[Finding]:
    for line, text in hours:
        word = facts.word("people", "team", text)
        if word is not None and not facts.speaks("people", text) & {"shift"}:
            yield facts.marked(facts.finding("RC317", line, f"“{word}”"), word)
            return
