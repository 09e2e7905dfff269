"""How long a rung of an escalation is waited for, as its condition states it."""

import re

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary

MARK = re.compile(r"(?<!\w)([^\W\d_]{3,10})\s(\d{1,3})(?![\w:.,%–-])")
COUNTED = {"minute": 60, "hour": 3600}
AHEAD = {Kind.UNDER, Kind.AFTER}


def delay(condition: str, line: int, words: Vocabulary) -> TimeValue | None:
    """The wait a condition states: the start of a window, the bound of `more than an hour`."""
    spans = [span for span in spans_in(condition, words) if is_wait(span)]
    if not spans:
        return minute_mark(condition, line, words)
    span = spans[0]
    seconds = span.seconds if span.min_seconds is None else span.min_seconds
    if span.min_seconds == 0:
        return None
    return TimeValue(condition[span.start : span.end].strip(), line, seconds)


def minute_mark(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`Minute 15`, `ab Stunde 2`: a moment counted from the alarm, its unit in front."""
    for found in MARK.finditer(text):
        unit = words.units.exactly(found.group(1))
        if unit in COUNTED:
            return TimeValue(found.group(), line, COUNTED[unit] * int(found.group(2)))
    return None


def is_wait(span: Span) -> bool:
    """A number of minutes that does not repeat, and does not lie ahead as `within the next 4 hours`
    does."""
    is_ahead = Kind.DURING in span.leads and bool(span.leads & AHEAD)
    is_number = span.seconds is not None or span.min_seconds is not None
    return is_number and not span.is_period and not is_ahead
