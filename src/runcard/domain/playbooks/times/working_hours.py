"""Times that count in hours of work only, told behind the time, beside it, or for half the day."""

import re
from collections.abc import Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.times.grammar import Span, read_time, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis

BARE_STRETCH = re.compile(r"(\d{1,2})\s?[-–—~〜]\s?(\d{1,2})\s?([^\W\d_]{1,4})?")
BOTH = 2
HOURS = 24
NOON = 12 * 3600
DAY = 24 * 3600


def are_hours_of_day(piece: str, words: Vocabulary) -> bool:
    """`from 7 to 23 h`, `de 8 a 22 h`: a stretch of the day; `every day at any hour`: all of it.
    Behind a time it is no second one."""
    time = read_time(piece, 0, words)
    if time is None or time.seconds is None:
        return False
    if time.min_seconds is None:
        return time.seconds == DAY and all(one.is_period for one in spans_in(piece, words))
    return time.min_seconds < NOON < time.seconds <= DAY


def with_their_hours(sentence: str, parts: Sequence[str], words: Vocabulary) -> list[str]:
    """`within 4 hours, in office hours`: hours of work behind a time belong to it."""
    clauses: list[str] = []
    start = 0
    for clause in parts:
        at = sentence.find(clause, start)
        if clauses and _are_working_hours(clause, words) and _is_open(clauses[-1], words):
            before = sentence.rfind(clauses[-1], 0, at)
            clauses[-1] = sentence[before : at + len(clause)]
        else:
            clauses.append(clause)
        start = at + len(clause)
    return clauses


def in_working_hours(pieces: Sequence[str], line: int, words: Vocabulary) -> TimeValue | None:
    """`10 minutes in office hours, 30 minutes otherwise`: of two times for two parts of the day,
    that of the working hours, or the one that is not for all other hours."""
    if len(pieces) == BOTH and words.duty.speaks_of(pieces[1], "otherwise"):
        rest = [span for span in spans_in(pieces[1], words) if span.seconds]
        first = read_time(pieces[0], line, words) or in_hours_beside(pieces[0], line, words)
        return first if len(rest) == 1 and first is not None and first.seconds else None
    times = [read_time(piece, line, words) for piece in pieces]
    told = [time for time in times if time and time.seconds and time.calendar == "business_hours"]
    return told[0] if len(told) == 1 and len(pieces) == BOTH else None


def in_hours_beside(part: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`4 h (Mon-Fri 9-17)`: hours of work told in a parenthesis, to the minute or not; a stretch of
    the day, `4 h (8-22)`, changes nothing."""
    said, inside = trailing_parenthesis(part)
    calendars = {span.calendar for span in spans_in(inside or "", words)}
    if inside is not None and "business_hours" in calendars:
        calendars -= {None}
    elif inside is not None and _is_stretch(inside, words):
        return read_time(said, line, words)
    time = read_time(said, line, words) if calendars == {"business_hours"} else None
    is_open = time is not None and time.seconds is not None and time.calendar is None
    return replace(time, calendar="business_hours") if time is not None and is_open else None


def _is_stretch(inside: str, words: Vocabulary) -> bool:
    """`8-22`, `9–17 CET`, `7 to 23 h`."""
    bare = BARE_STRETCH.fullmatch(inside.strip())
    if bare is None or (bare.group(3) and words.units.exactly(bare.group(3))):
        return are_hours_of_day(inside, words)
    return int(bare.group(1)) < int(bare.group(2)) <= HOURS


def _are_working_hours(clause: str, words: Vocabulary) -> bool:
    time = read_time(clause.rstrip(" .。"), 0, words) if clause else None
    return time is not None and time.seconds is None and time.calendar == "business_hours"


def _is_open(clause: str, words: Vocabulary) -> bool:
    """Whether a clause tells a number of minutes or hours and nothing of any calendar."""
    spans = spans_in(clause, words)
    return any(span.seconds for span in spans) and not any(span.calendar for span in spans)


def with_hours_beside(said: str, spans: Sequence[Span]) -> str:
    """The words of one number, and of the hours of work in front of it or behind it: `4 hours (in
    office hours)`."""
    numbers = [one for one in spans if one.calendar != "business_hours"]
    chosen = numbers[0] if len(numbers) == 1 else spans[0]
    told = spans if len(numbers) == 1 else (chosen,)
    start, end = told[0].start, told[-1].end
    if "(" in said[start:end] and said[end : end + 1] == ")":
        end += 1
    return said[start:end].strip()
