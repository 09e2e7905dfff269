"""How long a rung of an escalation is waited for, as its condition states it."""

import re

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary

MARK = re.compile(r"(?<!\w)([^\W\d_]{3,10})\s(\d{1,3})(?![\w:.,%–-])")
# `T+10`, `H+2`: from the alarm on, in minutes and in hours; `T+1`, `T+2` may number rungs.
SINCE = re.compile(r"(?<!\w)([TH])\s?\+\s?(\d{1,3})(?![\w+]|\s?[^\W\d_])", re.IGNORECASE)
COUNTED = {"minute": 60, "hour": 3600}
# `0:45` alone: hours and minutes from the alarm on, as long as it is no time of the day.
COUNTDOWN = re.compile(r"^\s*0?([0-4]):([0-5]\d)\s*(?:h|hrs?)?\s*$")
# `T0 + 15 min`, where the zero is no number.
START = re.compile(r"(?<!\w)T\s?0(?=\s?\+)", re.IGNORECASE)
SEMICOLON = re.compile(r"[;；]")
ROUND = 5
AHEAD = {Kind.UNDER, Kind.AFTER}


def delay(condition: str, line: int, words: Vocabulary) -> TimeValue | None:
    """The wait a condition states: the start of a window, the bound of `more than an hour`."""
    condition = START.sub(lambda found: " " * len(found.group()), condition)
    spans = [span for span in spans_in(condition, words) if is_wait(span)]
    if not spans:
        return minute_mark(condition, line, words) or since_alarm(condition, line)
    if spans[0].now and (later := _behind_at_once(condition, spans, line, words)) is not None:
        return later
    span = spans[0]
    seconds = span.seconds if span.min_seconds is None else span.min_seconds
    if span.min_seconds == 0:
        return None
    return TimeValue(condition[span.start : span.end].strip(), line, seconds)


def _behind_at_once(
    condition: str, spans: list[Span], line: int, words: Vocabulary
) -> TimeValue | None:
    """`at once after 30 min`, `sofort nach Minute 30`: how long is waited before there is haste."""
    rest = condition[spans[0].end :]
    if len(spans) > 1 and spans[1].start == spans[0].end + 1 and Kind.AFTER in spans[1].leads:
        return TimeValue(condition[spans[1].start : spans[1].end], line, spans[1].seconds)
    if (other := _of_the_other_case(condition, spans, words)) is not None:
        seconds = other.seconds if other.min_seconds is None else other.min_seconds
        return TimeValue(condition[other.start : other.end].strip(), line, seconds)
    first, _, others = rest.strip().partition(" ")
    is_led = words.time_words.exactly(first) == "after"
    mark = minute_mark(others, line, words) if is_led else None
    return mark if mark is not None and others.startswith(mark.text) else None


def _of_the_other_case(condition: str, spans: list[Span], words: Vocabulary) -> Span | None:
    """`for S1 at once, otherwise after 30 min`, `S1 at once; S2 after 30 min`: two cases, and the
    wait of the second."""
    at_once, *later = spans
    later = [span for span in later if span.leads & {Kind.AFTER, Kind.OVER}]
    if not later or not condition[: at_once.start].strip():
        return None
    between = condition[at_once.end : later[0].start]
    is_other = words.rungs.speaks_of(between, "otherwise") or SEMICOLON.search(between) is not None
    return later[0] if is_other else None


def minute_mark(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`Minute 15`, `ab Stunde 2`: a moment counted from the alarm, its unit in front."""
    for found in MARK.finditer(text):
        unit = words.units.exactly(found.group(1))
        if unit in COUNTED:
            return TimeValue(found.group(), line, COUNTED[unit] * int(found.group(2)))
    return None


def since_alarm(text: str, line: int) -> TimeValue | None:
    """`T+10`, `0:45`: minutes are counted in fives or in tens, hours one by one."""
    found = COUNTDOWN.match(text)
    if found is not None:
        seconds = COUNTED["hour"] * int(found.group(1)) + COUNTED["minute"] * int(found.group(2))
        return TimeValue(text.strip(), line, seconds)
    found = SINCE.search(text) if "+" in text else None
    if found is None:
        return None
    number = int(found.group(2))
    if found.group(1) in "Hh":
        return TimeValue(found.group(), line, number * COUNTED["hour"])
    return None if number % ROUND else TimeValue(found.group(), line, number * COUNTED["minute"])


def is_wait(span: Span) -> bool:
    """A number of minutes that does not repeat, and does not lie ahead as `within the next 4 hours`
    does."""
    is_ahead = Kind.DURING in span.leads and bool(span.leads & AHEAD)
    is_number = span.seconds is not None or span.min_seconds is not None
    return is_number and not span.is_period and not is_ahead
