"""The grammar of durations and deadlines in prose. What it does not fully know is no time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.times.amounts import SECONDS, Amount, amount_at, upper
from runcard.domain.playbooks.times.tokens import Kind, Token, may_hold_span, tokens_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import has_letters

LEADS = {Kind.UNDER, Kind.OVER, Kind.EVERY, Kind.AFTER, Kind.DURING}
TAILS = {
    Kind.UNDER_TAIL: Kind.UNDER, Kind.EVERY_TAIL: Kind.EVERY, Kind.AFTER_TAIL: Kind.AFTER,
    Kind.OVER_TAIL: Kind.OVER,
}  # fmt: skip
WHOLE = {"half_hour", "quarter_hour", "half_day", "fortnight"}
ALONE = {Kind.FILLER, Kind.DASH, Kind.TO, Kind.MARK}
CROSSES = {"x", "×"}
LONGEST_PHRASE = 400
SLASHED = re.compile(r"\s*[/／]\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """A time found in a line: where it stands, what it says and which words led to it."""

    start: int
    end: int
    seconds: int | None
    min_seconds: int | None = None
    calendar: str | None = None
    leads: frozenset[Kind] = frozenset()
    now: bool = False

    @property
    def is_period(self) -> bool:
        """Whether it repeats: `every 10 minutes`, `hourly`."""
        return Kind.EVERY in self.leads

    def value(self, text: str, line: int) -> TimeValue:
        """The time as a noun with the words it was read from."""
        words = text[self.start : self.end].strip()
        return TimeValue(words, line, self.seconds, self.min_seconds, self.calendar)


@remembered
def spans_in(text: str, words: Vocabulary) -> tuple[Span, ...]:
    """Every time a line speaks of, in order."""
    if not may_hold_span(text, words):
        return ()
    tokens = tokens_of(text[:LONGEST_PHRASE], words)
    spans: list[Span] = []
    at = 0
    while at < len(tokens):
        span, after = _span_at(tokens, at)
        if span is not None:
            spans.append(span)
        at = max(after, at + 1)
    return tuple(spans)


def read_time(phrase: str, line: int, words: Vocabulary) -> TimeValue | None:
    """The one time a phrase states, or None when any word of it is not understood."""
    if len(phrase) > LONGEST_PHRASE:
        return None
    spans = spans_in(phrase, words)
    if not spans:
        return _said_alone(phrase, line, words)
    tokens = tokens_of(phrase, words)
    known = {token.start for span in spans for token in tokens if _within(token, span)}
    if any(token.start not in known and token.kind not in ALONE for token in tokens):
        return None
    span = one_promise(spans)
    if span is None or _are_alternatives(spans, phrase):
        return None
    return TimeValue(phrase.strip(), line, span.seconds, span.min_seconds, span.calendar)


def _said_alone(phrase: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`Now`, `Heute`: one word that is no time in a sentence."""
    said = words.time_alone.exactly(phrase)
    if said is None:
        return None
    is_now = said == "now"
    return TimeValue(phrase.strip(), line, 0 if is_now else None, None, None if is_now else said)


def _within(token: Token, span: Span) -> bool:
    return span.start <= token.start < span.end


def _are_alternatives(spans: Sequence[Span], phrase: str) -> bool:
    """`1 h / next morning`: a number and a day on two sides of a slash are two times."""
    number = next((span for span in spans if span.seconds and not span.now), None)
    day = next((span for span in spans if span.calendar not in {None, "business_hours"}), None)
    if number is None or day is None or number is day:
        return False
    first, second = sorted((number, day), key=lambda span: span.start)
    return SLASHED.fullmatch(phrase[first.end : second.start]) is not None


def one_promise(spans: Sequence[Span]) -> Span | None:
    """Several times that make one: a number beats a bare `immediate` and keeps its calendar; one
    told twice, `4 hours (240 min)`, is one."""
    said = [span for span in spans if span.seconds is not None and not span.now]
    numbers = said[:1] if len({(span.seconds, span.min_seconds) for span in said}) == 1 else said
    bounds = [span for span in spans if span.seconds is None and span.min_seconds is not None]
    calendars = [span for span in spans if span.calendar is not None]
    if len(numbers) + len(bounds) > 1 or len({span.calendar for span in calendars}) > 1:
        return None
    chosen = next(iter([*numbers, *bounds, *calendars, *spans]), None)
    if chosen is None or not calendars or chosen.calendar is not None:
        return chosen
    calendar = calendars[0].calendar
    return replace(chosen, calendar=calendar)


def _span_at(tokens: Sequence[Token], start: int) -> tuple[Span | None, int]:
    """A time that begins at this token, and the token after it."""
    at, leads = start, set[Kind]()
    while at < len(tokens) and tokens[at].kind in LEADS:
        leads.add(tokens[at].kind)
        at += 1
    while leads and at < len(tokens) and tokens[at].kind is Kind.FILLER and _near(tokens, at):
        at += 1
    if at >= len(tokens):
        return None, at
    core, after = _core_at(tokens, at, frozenset(leads))
    if core is None:
        return None, max(after, start + 1)
    return replace(core, start=tokens[start].start), after


def _near(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].kind in {Kind.NUMBER, Kind.UNIT}


def _core_at(tokens: Sequence[Token], at: int, leads: frozenset[Kind]) -> tuple[Span | None, int]:
    token = tokens[at]
    match token.kind:
        case Kind.NOW:
            return Span(token.start, token.end, 0, leads=leads, now=True), at + 1
        case Kind.CALENDAR:
            after, leads = _tail(tokens, at + 1, leads)
            end = tokens[after - 1].end
            return Span(token.start, end, None, calendar=token.value, leads=leads), after
        case Kind.PERIOD:
            after, every = _tail(tokens, at + 1, leads | {Kind.EVERY})
            end = tokens[after - 1].end  # `每小时一次`
            return Span(token.start, end, int(token.value), leads=every), after
        case Kind.UNIT if leads & {Kind.EVERY, Kind.UNDER} and token.value in SECONDS:
            return Span(token.start, token.end, SECONDS[token.value], leads=leads), at + 1
        case Kind.UNIT if token.value in WHOLE:
            seconds = SECONDS[token.value]
            return Span(token.start, token.end, seconds, leads=leads), at + 1
        case Kind.NUMBER:
            return _length_at(tokens, at, leads)
        case _:
            return None, at + 1


def _length_at(tokens: Sequence[Token], at: int, leads: frozenset[Kind]) -> tuple[Span | None, int]:
    often = _often_at(tokens, at)
    if often is not None:
        return replace(often, leads=leads | {Kind.EVERY}), at + 3
    low = amount_at(tokens, at)
    if low is None:
        return None, at + 1
    high = upper(tokens, low)
    last = high or low
    if last.unit is None:
        return None, last.after
    start = tokens[at].start
    after, leads = _tail(tokens, last.after, leads)
    end = tokens[after - 1].end
    if last.unit == "business_day":
        calendar = f"business_days:{last.count:g}"
        return Span(start, end, None, calendar=calendar, leads=leads), after
    return _bounded(_Bounds(start, end, low, high), leads), after


def _often_at(tokens: Sequence[Token], at: int) -> Span | None:
    """`2x daily`: a number, a sign for times, and the period that they divide."""
    kinds = [token.kind for token in tokens[at : at + 3]]
    if kinds != [Kind.NUMBER, Kind.OTHER, Kind.PERIOD] or tokens[at + 1].value not in CROSSES:
        return None
    often, period = float(tokens[at].value), tokens[at + 2]
    seconds = int(int(period.value) / often) if often > 0 else None
    return None if seconds is None else Span(tokens[at].start, period.end, seconds)


@dataclass(frozen=True, slots=True)
class _Bounds:
    start: int
    end: int
    low: Amount
    high: Amount | None


def _bounded(bounds: _Bounds, leads: frozenset[Kind]) -> Span:
    last = bounds.high or bounds.low
    unit = last.unit or ""
    seconds: int | None = last.seconds(unit)
    lowest = bounds.low.seconds(unit) if bounds.high else None
    calendar = "business_hours" if unit == "business_hour" else None
    if Kind.EVERY in leads:
        leads -= {Kind.OVER}  # `at least every 30 minutes`: more often, and never later
    if leads & {Kind.OVER, Kind.PLUS} and bounds.high is None:
        seconds, lowest = None, seconds
    return Span(bounds.start, bounds.end, seconds, lowest, calendar, leads)


def _tail(tokens: Sequence[Token], at: int, leads: frozenset[Kind]) -> tuple[int, frozenset[Kind]]:
    """Words behind a number that belong to it: `内`, `ごと`, `or less`; and the plus inside."""
    found = set(leads)
    if at >= 2 and any(token.kind is Kind.PLUS for token in tokens[at - 2 : at]):
        found.add(Kind.PLUS)
    while at < len(tokens) and (tokens[at].kind in TAILS or _ends_here(tokens, at)):
        found.add(TAILS.get(tokens[at].kind, tokens[at].kind))
        at += 1
    return at, frozenset(found)


def _ends_here(tokens: Sequence[Token], at: int) -> bool:
    """`30 min max`, `30分毎`: a word that mostly leads to a time, with none behind it."""
    is_last = at + 1 == len(tokens) or tokens[at + 1].kind is Kind.MARK
    return is_last and tokens[at].kind in {Kind.UNDER, Kind.EVERY}


def is_silent(phrase: str) -> bool:
    """Whether a cell says nothing: `-`, `–`, `n/a`, empty."""
    return not has_letters(phrase) and not any(sign.isdigit() for sign in phrase)
