"""Times of levels that are missing, cannot be read, contradict each other, or cannot be kept."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.playbooks.checks import late_answers, other_clocks
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Finding, Playbook, Severity, TimeValue
from runcard.domain.playbooks.page.blocks import tables
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind

NUMBER = re.compile(r"\d{1,2}$")
UNMEASURED = {"best_effort", "next_release", "work_session"}
# Faster than this nobody is woken, reads the page and answers it.
FASTEST_ANSWER = 180
SOON = 900  # so soon nobody responds who has not seen the page
# Of a row, and the parts of a cell that holds two times.
CELLS = re.compile(r"[|·•]|\s/\s")


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the times of levels."""
    for clash in facts.clashes:
        if other_clocks.is_of_another(clash, facts):
            continue
        said = (
            f"{clash.key} {clash.concept}: “{clash.kept.text}” here, “{clash.other.text}” in line "
        )
        yield facts.finding("RC104", clash.kept.line, f"{said}{clash.other.line}")
    levels = playbook.severities
    yield from _unanswered(playbook, facts)
    for level in levels:
        yield from _of_one_level(level, levels, facts)
    yield from _upside_down(levels, facts)


def _of_level_above(line: int, levels: Sequence[Severity]) -> list[str]:
    """The level that a line below its name is about."""
    return [level.key for level in levels if level.line <= line][-1:]


def _unanswered(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    levels = playbook.severities
    lines = (facts.page.lines[one.line - 1] for one in facts.unread)
    unread = {key for text in lines for key in keys_in(text, levels, facts.words)}
    unread |= {key for one in facts.unread for key in _of_level_above(one.line, levels)}
    silent = [
        level
        for level in levels
        if level.response is None
        and level.acknowledge is None
        and not _is_timed(level, facts)
        and not other_clocks.is_told_below(level, levels, facts)
        and not other_clocks.acts_in_time(level, levels, facts)
        and level.key not in unread
        and not _is_for_others(level, facts)
        and not (level is levels[0] and _calls_nobody(level, facts))
        and not (level is levels[-1] and _is_no_incident(level, facts))
    ]
    if facts.lines_of("people", "no_promise") or not other_clocks.worth_telling(levels, facts):
        return
    if silent and late_answers.is_each_answered(levels, facts):
        silent = []
    missing = len(silent)
    if 1 < missing < len(levels) and silent[-1] is levels[-1]:
        silent = silent[:-1]  # whoever gives the others a time will not forget it
    if missing < len(levels) or missing < 2:
        for level in silent:
            yield facts.finding("RC101", level.line, level.key)
    elif not _is_timed_together(levels, facts):
        keys = ", ".join(level.key for level in silent)
        yield facts.finding("RC101", silent[0].line, keys)
    if levels and _is_never_acknowledged(playbook, facts):
        yield facts.finding("RC102", playbook.severity_line or levels[0].line)


def _is_for_others(level: Severity, facts: Facts) -> bool:
    """`Handled by customer care`: it is for others, who have clocks of their own."""
    return bool(facts.speaks("people", facts.page.lines[level.line - 1]) & {"hands_over"})


def _is_no_incident(level: Severity, facts: Facts) -> bool:
    """The lightest level that calls nobody: it is there to say where the others end."""
    return other_clocks.takes_the_rest(level, facts) or _calls_nobody(level, facts)


def _calls_nobody(level: Severity, facts: Facts) -> bool:
    """A cell of its row says so."""
    known = facts.words.lint.get("people")
    cells = [cell.strip(" *") for cell in facts.page.lines[level.line - 1].split("|")[2:]]
    return known is not None and any(known.exactly(cell) == "nobody" for cell in cells)


def _is_never_acknowledged(playbook: Playbook, facts: Facts) -> bool:
    """A pager calls somebody, and no level, step, chain or sentence speaks of the answer; whoever
    responds within a few minutes has answered."""
    worst = playbook.severities[0].response
    if worst is not None and (worst.seconds or 0) <= SOON:
        return False
    if any(level.acknowledge is not None for level in playbook.severities):
        return False
    if any(step.after is not None for chain in playbook.chains for step in chain.steps):
        return False
    if other_clocks.has_a_table_of_answers(facts):
        return False
    called = (facts.word("people", "pager", line) for line in facts.page.lines)
    if not any(word is not None and word.lower() != "pager" for word in called):
        return False
    return not any(
        _acknowledges(text, facts) and (text[:1] != "|" or spans_in(text, facts.words))
        for text in facts.page.lines
    )


def _acknowledges(text: str, facts: Facts) -> bool:
    """It speaks of answering the page, or of nobody doing so."""
    spoken = facts.speaks("prose", text) & {"unanswered", "acknowledges"}
    return bool(spoken) or "acknowledge" in facts.words.talk.all(text)


def _is_timed_together(levels: Sequence[Severity], facts: Facts) -> bool:
    """A sentence close to the levels holds a time for several of them."""
    first, last = levels[0].line, levels[-1].line
    near = [said for said in facts.said if first - 6 <= said.line <= last + 8]
    return any(spans_in(said.text, facts.words) for said in near)


def _is_handed_over(text: str, facts: Facts) -> bool:
    """`Do not follow this page; call Security`: the clock is another team's."""
    return "calls" in facts.speaks("people", text) and "this_page" in facts.speaks("ageing", text)


def _is_timed(level: Severity, facts: Facts) -> bool:
    """The lines of the level hold a time, even if nobody could read what it is for."""
    head = facts.page.lines[level.line - 1]
    if facts.speaks("prose", head) & {"at_once", "some_day"}:
        return True
    said = (level.definition, *level.examples)
    if any(_is_handed_over(one.text, facts) for one in said if one is not None):
        return True
    last = level.line + 12 if head.startswith("#") else level.line
    for line in range(level.line, min(last, len(facts.page.lines)) + 1):
        text = facts.page.lines[line - 1]
        if line > level.line and text.startswith("#"):
            return False
        if spans_in(text, facts.words) or any(one.line == line for one in facts.unread):
            return True
        if line > level.line and facts.speaks("prose", text) & {"some_day"}:
            return True
    return False


def _of_one_level(level: Severity, levels: Sequence[Severity], facts: Facts) -> Iterator[Finding]:
    if _is_longer(level.acknowledge, level.response):
        due = level.response.text if level.response else ""
        line = level.acknowledge.line if level.acknowledge else level.line
        yield facts.finding("RC105", line, level.key, due)
    for time in (level.response, level.acknowledge, level.resolution):
        given_up = level is levels[-1] and _is_given_up(time)
        bounded = time is not None and _is_bounded(time, level, facts)
        if time is not None and not given_up and not bounded:
            yield from _unkept(level, time, facts)
    for time in () if _is_manned(facts) else (level.response, level.acknowledge):
        if time is not None and time.seconds and time.seconds < FASTEST_ANSWER:
            yield facts.marked(
                facts.finding("RC108", time.line, f"{level.key}: {time.text}"), time.text
            )


def _is_manned(facts: Facts) -> bool:
    """Somebody sits in front of it while it counts, and has not to be woken."""
    return bool(facts.said_of("people", "on_site"))


def _is_given_up(time: TimeValue | None) -> bool:
    """`Best effort` for the lightest level is a decision to promise nothing; `next shift` or the
    next release comes by itself."""
    return time is not None and time.calendar in UNMEASURED


def _is_bounded(time: TimeValue, level: Severity, facts: Facts) -> bool:
    """The number that can be late stands close by, or above the steps."""
    in_a_heading = time.seconds == 0 and other_clocks.is_bounded_in_a_heading(time, facts)
    in_a_list = time.seconds == 0 and other_clocks.is_bounded_in_a_list(time, level, facts)
    return in_a_heading or in_a_list or _is_bounded_beside(time, level, facts)


def _is_bounded_beside(time: TimeValue, level: Severity, facts: Facts) -> bool:
    """`At once, acknowledged within 5 minutes`: the same line holds the number that can be late."""
    others = (level.response, level.acknowledge)
    line = facts.page.lines[time.line - 1]
    if time.seconds == 0 and _has_a_limit(time, line, facts):
        return True
    if time.seconds == 0 and facts.speaks("prose", line) & {"acknowledges"}:
        return any(span.seconds for span in spans_in(line, facts.words))
    return time.seconds == 0 and any(
        other is not None and bool(other.seconds) and other.line == time.line for other in others
    )


def _has_a_limit(time: TimeValue, line: str, facts: Facts) -> bool:
    """`Start now; contain within an hour`: the cell itself says by when; behind a stroke stands
    another time, `at once / < 2 hours`."""
    cells = (cell for cell in CELLS.split(line) if time.text in cell)
    return any(
        span.seconds and Kind.UNDER in span.leads
        for cell in cells
        for span in spans_in(cell, facts.words)
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
    elif time.seconds and _says_two_things(time, facts) and not _heads_are_two(time, facts):
        yield facts.marked(facts.finding("RC107", time.line, about), time.text)


def _says_two_things(time: TimeValue, facts: Facts) -> bool:
    """`Immediate (5 minutes)`: at once, and in five minutes; a bound in the brackets is one."""
    spans = spans_in(time.text, facts.words)
    now = [span for span in spans if span.now]
    bounded = any(sign in time.text for sign in "<≤") or bool(
        facts.speaks("prose", time.text) & {"bound"}
    )
    return bool(now) and not bounded


def _heads_are_two(time: TimeValue, facts: Facts) -> bool:
    """`15 minutes / at once` below `Answered / commander named`: a time for either."""
    return "/" in time.text and any(
        "/" in table.head.cells[at]
        for table in tables(facts.section_of(time.line))
        for row in table.rows
        if row.line == time.line
        for at, cell in enumerate(row.cells[: len(table.head.cells)])
        if time.text in cell
    )


def _by_number(levels: Sequence[Severity]) -> Sequence[Severity]:
    """As they stand; or by their numbers, where those go neither up nor down: 1, 2, 3, 0."""
    numbers = [int(found.group()) for one in levels if (found := NUMBER.search(one.key))]
    up = sorted(numbers)
    if len(numbers) < len(levels) or numbers in (up, up[::-1]):
        return levels
    return sorted(levels, key=lambda one: numbers[levels.index(one)])


def _begins_with_the_lightest(timed: Sequence[Severity]) -> bool:
    """Three names or more without a number, each answered sooner than the one before it."""
    times = [one.response.seconds or 0 for one in timed if one.response]
    falls = all(after < before for before, after in pairwise(times))
    return len(times) > 2 and falls and not any(NUMBER.search(one.key) for one in timed)


def _upside_down(levels: Sequence[Severity], facts: Facts) -> Iterator[Finding]:
    """A worse level that is answered later than a lighter one."""
    timed = [level for level in levels if level.response and level.response.seconds is not None]
    if _begins_with_the_lightest(timed):
        return
    for worse, lighter in pairwise(_by_number(timed)):
        if _is_longer(worse.response, lighter.response):
            about = f"{worse.key} and {lighter.key}"
            yield facts.finding("RC109", lighter.line, about)
