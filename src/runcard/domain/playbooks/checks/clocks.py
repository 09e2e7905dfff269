"""Times that are missing, cannot be read, contradict each other, or cannot be kept by people."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.names import keys_in
from runcard.domain.playbooks.model import Finding, Meaning, Phase, Playbook, Severity, TimeValue
from runcard.domain.playbooks.times.grammar import spans_in

UNMEASURED = {"best_effort", "next_release", "work_session"}
# Faster than this nobody is woken, reads the page and answers it.
FASTEST_ANSWER = 180
DAY = 86400
LATER = {"next_business_day", "next_release", "best_effort"}


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the times of levels and phases."""
    for one in facts.unread:
        if one.concept.startswith("cadence") and not _speaks_of_time(one.text, facts):
            continue
        yield facts.marked(facts.finding("RC103", one.line, f"“{one.text}”"), one.text)
    for clash in facts.clashes:
        said = (
            f"{clash.key} {clash.concept}: “{clash.kept.text}” here, “{clash.other.text}” in line "
        )
        yield facts.finding("RC104", clash.kept.line, f"{said}{clash.other.line}")
    levels = playbook.severities
    yield from _unanswered(playbook, facts)
    for level in levels:
        yield from _of_one_level(level, facts)
    yield from _upside_down(levels, facts)
    yield from _whatever_the_level(playbook, facts)
    yield from _boxes(playbook.phases, facts)


def _speaks_of_time(text: str, facts: Facts) -> bool:
    """A number or a unit: `by mail` in a column about updates is no time."""
    return any(sign.isdigit() for sign in text) or bool(facts.words.units.all(text))


def _unanswered(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    levels = playbook.severities
    silent = [
        level
        for level in levels
        if level.response is None and level.acknowledge is None and not _is_timed(level, facts)
    ]
    if len(silent) < len(levels) or len(silent) < 2:
        for level in silent:
            yield facts.finding("RC101", level.line, level.key)
    elif not _is_timed_together(levels, facts):
        keys = ", ".join(level.key for level in silent)
        yield facts.finding("RC101", silent[0].line, keys)
    if levels and all(level.acknowledge is None for level in levels):
        yield facts.finding("RC102", playbook.severity_line or levels[0].line)


def _is_timed_together(levels: Sequence[Severity], facts: Facts) -> bool:
    """A sentence close to the levels holds a time for several of them."""
    first, last = levels[0].line, levels[-1].line
    near = [said for said in facts.said if first - 6 <= said.line <= last + 8]
    return any(spans_in(said.text, facts.words) for said in near)


def _is_timed(level: Severity, facts: Facts) -> bool:
    """The lines of the level hold a time, even if nobody could read what it is for."""
    last = level.line + 12 if facts.page.lines[level.line - 1].startswith("#") else level.line
    for line in range(level.line, min(last, len(facts.page.lines)) + 1):
        text = facts.page.lines[line - 1]
        if line > level.line and text.startswith("#"):
            return False
        if spans_in(text, facts.words) or any(one.line == line for one in facts.unread):
            return True
    return False


def _of_one_level(level: Severity, facts: Facts) -> Iterator[Finding]:
    if _is_longer(level.acknowledge, level.response):
        due = level.response.text if level.response else ""
        line = level.acknowledge.line if level.acknowledge else level.line
        yield facts.finding("RC105", line, level.key, due)
    for time in (level.response, level.acknowledge, level.resolution):
        if time is not None:
            yield from _unkept(level, time, facts)
    for time in (level.response, level.acknowledge):
        if time is not None and time.seconds and time.seconds < FASTEST_ANSWER:
            yield facts.marked(
                facts.finding("RC108", time.line, f"{level.key}: {time.text}"), time.text
            )


def _is_longer(first: TimeValue | None, second: TimeValue | None) -> bool:
    if first is None or second is None or first.seconds is None or second.seconds is None:
        return False
    return first.seconds > second.seconds > 0


def _unkept(level: Severity, time: TimeValue, facts: Facts) -> Iterator[Finding]:
    """`Immediate` and `best effort` sound like a promise and cannot be measured."""
    about = f"{level.key}: “{time.text}”"
    later = time is level.resolution and time.calendar == "next_release"
    if time.seconds == 0 or (time.calendar in UNMEASURED and not later):
        yield facts.marked(facts.finding("RC106", time.line, about), time.text)
    elif time.seconds and _says_two_things(time, facts):
        yield facts.marked(facts.finding("RC107", time.line, about), time.text)


def _says_two_things(time: TimeValue, facts: Facts) -> bool:
    """`Immediate (5 minutes)`: at once, and in five minutes; a bound in the brackets is one."""
    spans = spans_in(time.text, facts.words)
    now = [span for span in spans if span.now]
    bounded = any(sign in time.text for sign in "<≤") or bool(
        facts.speaks("prose", time.text) & {"bound"}
    )
    return bool(now) and not bounded


def _upside_down(levels: Sequence[Severity], facts: Facts) -> Iterator[Finding]:
    """A worse level that is answered later than a lighter one."""
    timed = [level for level in levels if level.response and level.response.seconds is not None]
    for worse, lighter in pairwise(timed):
        if _is_longer(worse.response, lighter.response):
            about = f"{worse.key} and {lighter.key}"
            yield facts.finding("RC109", lighter.line, about)


def _whatever_the_level(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A window for every incident that ends before some levels have to be answered at all."""
    slow = [level for level in playbook.severities if _starts_after(level, playbook.phases)]
    boxed = [phase for phase in playbook.phases if phase.timebox and phase.timebox.seconds]
    if not slow or not boxed:
        return
    first = boxed[0]
    if keys_in(first.title, playbook.severities, facts.words) or not first.timebox:
        return
    when = slow[-1].response.text if slow[-1].response else ""
    about = f"“{first.timebox.text}” for all, while {slow[-1].key} is answered in “{when}”"
    yield facts.finding("RC120", first.line, about)


def _starts_after(level: Severity, phases: Sequence[Phase]) -> bool:
    boxes = [phase.timebox.seconds for phase in phases if phase.timebox and phase.timebox.seconds]
    if not boxes or level.response is None:
        return False
    calendar = level.response.calendar or ""
    later_day = calendar in LATER or calendar.startswith("business_days")
    seconds = level.response.seconds
    return (later_day and boxes[0] < DAY) or (seconds is not None and seconds > boxes[0])


def _boxes(phases: Sequence[Phase], facts: Facts) -> Iterator[Finding]:
    """One phase without a window among others; a window counted from nobody knows when."""
    boxed = [phase for phase in phases if phase.timebox is not None]
    open_ended = [phase for phase in phases if phase.timebox is None]
    works = {Meaning.MITIGATE, Meaning.RECOVER, Meaning.RESOLVE}  # nobody knows how long these take
    if len(boxed) >= 3 and len(open_ended) == 1 and not works & set(open_ended[0].meanings):
        yield facts.finding("RC121", open_ended[0].line, open_ended[0].title)
    if len(boxed) < 2:
        return
    for phase in boxed[1:]:
        if phase.timebox and facts.speaks("prose", phase.timebox.text) & {"from_here"}:
            before = boxed[0].timebox.text if boxed[0].timebox else ""
            about = f"“{phase.timebox.text}” after “{before}”"
            yield facts.finding("RC122", phase.line, about)
