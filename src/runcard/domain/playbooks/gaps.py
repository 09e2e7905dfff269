"""What a document leaves open or says twice, found in what was understood of it."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks import findings as kinds
from runcard.domain.playbooks.cadences import statements_for
from runcard.domain.playbooks.clauses import Clash, Unread
from runcard.domain.playbooks.findings import finding
from runcard.domain.playbooks.model import Finding, Playbook, Severity


def findings_of(
    playbook: Playbook, unread: Sequence[Unread], clashes: Sequence[Clash]
) -> tuple[Finding, ...]:
    """Every finding, by line."""
    found = [
        *(finding(kinds.UNREAD_TIME, one.line, f"“{one.text}”") for one in unread),
        *(_clash(one) for one in clashes),
        *_about_levels(playbook),
        *_about_cadences(playbook),
        *_about_chains(playbook),
        *_about_contacts(playbook),
        *_about_templates(playbook),
        *_about_reviews(playbook),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.line, one.code)))


def _clash(one: Clash) -> Finding:
    said = f"{one.key} {one.concept}: “{one.kept.text}” here, “{one.other.text}” in line "
    return finding(kinds.CLASHING_TIMES, one.kept.line, f"{said}{one.other.line}")


def _about_levels(playbook: Playbook) -> Iterator[Finding]:
    levels = playbook.severities
    if not levels:
        yield finding(kinds.NO_SEVERITIES, playbook.title_line or 1)
        return
    for level in levels:
        if level.response is None and level.acknowledge is None:
            yield finding(kinds.NO_RESPONSE, level.line, level.key)
        if _is_acknowledged_late(level):
            due = level.response.text if level.response else ""
            yield finding(kinds.LATE_ACKNOWLEDGE, level.line, level.key, due)
    if all(level.acknowledge is None for level in levels):
        yield finding(kinds.NO_ACKNOWLEDGE, playbook.severity_line or levels[0].line)


def _is_acknowledged_late(level: Severity) -> bool:
    acknowledge, response = level.acknowledge, level.response
    if acknowledge is None or response is None:
        return False
    if acknowledge.seconds is None or response.seconds is None:
        return False
    return acknowledge.seconds > response.seconds


def _about_cadences(playbook: Playbook) -> Iterator[Finding]:
    timed = [cadence for cadence in playbook.cadences if cadence.every.seconds is not None]
    worst = playbook.severities[0] if playbook.severities else None
    if not timed:
        yield finding(kinds.NO_CADENCE, playbook.severity_line or playbook.title_line or 1)
    elif worst is not None and worst.cadence is None:
        yield finding(kinds.LEVEL_WITHOUT_CADENCE, worst.line, worst.key)
    for level in playbook.severities:
        said = statements_for(playbook.cadences, level)
        if len({cadence.every.seconds for cadence in said}) > 1:
            texts = "; ".join(f"“{one.every.text}” in line {one.every.line}" for one in said)
            yield finding(kinds.CLASHING_CADENCE, said[0].every.line, f"{level.key}: {texts}")


def _about_chains(playbook: Playbook) -> Iterator[Finding]:
    if not playbook.chains:
        yield finding(kinds.NO_CHAIN, playbook.title_line or 1)
        return
    first = playbook.chains[0]
    if all(step.after is None for chain in playbook.chains for step in chain.steps):
        second = first.steps[1].who if len(first.steps) > 1 else first.steps[0].who
        yield finding(kinds.CHAIN_WITHOUT_DELAYS, first.line, gap=second)


def _about_contacts(playbook: Playbook) -> Iterator[Finding]:
    if not playbook.contacts:
        yield finding(kinds.NO_CONTACTS, playbook.title_line or 1)
    for contact in playbook.contacts:
        if contact.placeholder:
            about = f"{contact.label} ({contact.value})"
            yield finding(kinds.EMPTY_CONTACT, contact.line, about, contact.label)


def _about_templates(playbook: Playbook) -> Iterator[Finding]:
    if not playbook.templates:
        yield finding(kinds.NO_TEMPLATES, playbook.title_line or 1)
    for template in playbook.templates:
        for placeholder in template.placeholders:
            if placeholder.field is None:
                yield finding(kinds.UNKNOWN_PLACEHOLDER, placeholder.line, placeholder.token)


def _about_reviews(playbook: Playbook) -> Iterator[Finding]:
    line = playbook.title_line or 1
    if not playbook.review.deadlines:
        yield finding(kinds.NO_REVIEW_DEADLINE, line)
    if playbook.review.template is None:
        yield finding(kinds.NO_REVIEW_TEMPLATE, line)
