"""Times that are told plainly and do not add up: steps in a deadline, a run before a clock time."""

import re
from collections.abc import Iterable, Iterator, Sequence

from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in

CLOCK = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])[:h]([0-5]\d)(?![\d:])")
BRACKETS = re.compile(r"\(([^()]{2,40})\)")
LEADS = 60  # signs before a time of the clock, in which stands what it is the time of
FEWEST = 2


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Every promise that its own figures break."""
    for promised in _first_of_each(facts.said_of("objectives", "rto")):
        yield from _steps_longer_than_promised(promised, facts)
    for takes in _first_of_each(facts.said_of("objectives", "takes")):
        yield from _too_late_for_the_clock(facts.said_in(takes.section), facts)
    yield from _restore_longer_than_level(playbook, facts)


def _first_of_each(said: Sequence[Said]) -> Iterable[Said]:
    """The first of each section."""
    return {one.section.index: one for one in reversed(said)}.values()


def _steps_longer_than_promised(promised: Said, facts: Facts) -> Iterator[Finding]:
    """`RTO 1 hour`, over steps of 40 and 30 minutes that are done one after the other."""
    said = facts.said_in(promised.section)
    bound = next((span.seconds for span in spans_in(promised.text, facts.words)), None)
    told = [_step(one, facts) for one in said if one.kind == "item" and one.line > promised.line]
    steps = [seconds for seconds in told if seconds]
    if bound and len(steps) >= FEWEST and sum(steps) > bound:
        about = f"“{promised.text[:80]}”, and the steps take {sum(steps) // 60} minutes"
        yield facts.finding("RC628", promised.line, about)


def _step(one: Said, facts: Facts) -> int:
    """The time in brackets behind a step."""
    for found in BRACKETS.finditer(one.text[:600]):
        spans = spans_in(found.group(1), facts.words)
        if len(spans) == 1 and spans[0].seconds and not spans[0].is_period:
            return spans[0].min_seconds or spans[0].seconds
    return 0


def _too_late_for_the_clock(said: Sequence[Said], facts: Facts) -> Iterator[Finding]:
    """`Alert at 05:50, due at 06:00`, and the shortest way out takes half an hour."""
    due = [clock for one in said for clock in _clocks(one, "due", facts)]
    noticed = [clock for one in said for clock in _clocks(one, "noticed", facts)]
    takes = [
        span.min_seconds or span.seconds or 0
        for one in said
        for text in sentences(one.text)
        if facts.speaks("objectives", text) & {"takes"}
        for span in spans_in(text, facts.words)
        if span.seconds
    ]
    if len(due) != 1 or not noticed or not takes:
        return
    end, line = due[0]
    start = max((clock for clock, _ in noticed if clock < end), default=None)
    if start is not None and min(takes) > end - start:
        about = f"{min(takes) // 60} minutes, and {(end - start) // 60} are left"
        yield facts.finding("RC628", line, about)


def _clocks(one: Said, concept: str, facts: Facts) -> Iterator[tuple[int, int]]:
    """Times of the clock, in seconds, behind a word of this kind in the same sentence."""
    for text in sentences(one.text):
        for found in CLOCK.finditer(text[:600]):
            before = CLOCK.split(text[max(0, found.start() - LEADS) : found.start()])[-1]
            behind = concept == "noticed" and "noticed" in facts.speaks("told_times", text[:12])
            if behind or concept in _last_kind(before, facts):
                yield int(found.group(1)) * 3600 + int(found.group(2)) * 60, one.line


def _last_kind(before: str, facts: Facts) -> frozenset[str]:
    """What the words directly before it make of a time."""
    return facts.speaks("told_times", before) & frozenset({"due", "noticed"})


def _restore_longer_than_level(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`Resolved in 3 hours`, where to restore the data takes 7."""
    worst = playbook.severities[0] if playbook.severities else None
    aim = worst.resolution if worst is not None else None
    if worst is None or aim is None or not aim.seconds:
        return
    for one in facts.said_of("objectives"):
        for text in sentences(one.text) if one.kind != "row" else ():
            spoken = facts.speaks("objectives", text)
            spans = [span for span in spans_in(text, facts.words) if span.seconds]
            if (
                spoken >= {"takes", "restores"}
                and len(spans) == 1
                and (spans[0].min_seconds or spans[0].seconds or 0) > aim.seconds
            ):
                about = f"{worst.key}: “{aim.text}”, and line {one.line}: “{text[:80]}”"
                yield facts.finding("RC628", aim.line, about)
                return
