"""Times told beside what is done by then: `running again in 4 hours`, `end of day summary`."""

import re

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary

PROMISES = {"response", "acknowledge", "resolution", "cadence", "cadence_external"}
CALLS = ("call", "calls", "calling", "is_called", "alarmed")
BOUNDS = {Kind.UNDER, Kind.AFTER}
DIGIT = re.compile(r"\d")
EVENT, RELEASE = "event", "next_release"
MOMENTS = {"once", EVENT}
FEW_WORDS = 2
MOST_BESIDE = 4
APART = re.compile(r"[;；](?![^()（）]{0,80}[)）])")


def deadline_beside(part: str, line: int, words: Vocabulary) -> TimeValue | None:
    """The one time by which something is done, behind or before the words for it."""
    span = _deadline_at_end(part, words) or _time_of_a_deed(part, words)
    return None if span is None else span.value(part, line)


def answer_beside(part: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`immediately` of `Page the on-call immediately; the lead if it lasts`: a deed without delay,
    in a few words, that is no message to others; `within 5 min` of `Page the on-call within 5 min;
    the lead within 15`: how soon the first one is called."""
    first, *others = APART.split(part)
    spans = spans_in(first, words)
    if len(spans) == 1 and spans[0].seconds and Kind.UNDER in spans[0].leads and others:
        return spans[0].value(first, line) if _is_called(first, words) else None
    if len(spans) != 1 or not spans[0].now or len(spans_in(part, words)) > 1:
        return None
    beside = first[: spans[0].start] + first[spans[0].end :]
    is_told = words.rungs.speaks_of(first, "told") or words.labels.find(first) == "communication"
    is_deed = len(beside.split()) <= MOST_BESIDE and not is_told
    return spans[0].value(first, line) if is_deed else None


def _is_called(said: str, words: Vocabulary) -> bool:
    return any(words.rungs.speaks_of(said, one) for one in CALLS)


def rhythm_beside(part: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`when the ticket changes`, `end of day summary`: an event or a day that comes again."""
    if _is_an_event(part, words):
        return TimeValue(part.strip(), line, None, calendar=EVENT)
    span = _time_of_a_deed(part, words)
    if span is None or span.calendar is None:
        span = _while_it_lasts(part, words)
    return None if span is None else span.value(part, line)


def _while_it_lasts(part: str, words: Vocabulary) -> Span | None:
    """`8 hours while active`: one time, and behind it only as long as what it holds."""
    spans = spans_in(part, words)
    if len(spans) != 1 or spans[0].start > 0 or not spans[0].seconds:
        return None
    rest = part[spans[0].end :].strip()
    begins = [one for one in words.orders.matches(rest) if one.start() == 0]
    is_case = any("in_case" in words.orders.phrases[one.group()] for one in begins)
    return spans[0] if is_case else None


def _deadline_at_end(part: str, words: Vocabulary) -> Span | None:
    """`running again in 4 hours`, `packed into the next release`: one clause that ends in its only
    time, and calls nobody; the name of whoever is on call is no call."""
    spans = spans_in(part, words)
    said = part
    for one in reversed(words.duty.matches(part)):
        said = said[: one.start()] + said[one.end() :]
    span = spans[0] if len(spans) == 1 and not _is_called(said, words) else None
    if span is None or span.is_period:
        return None
    is_bound = bool(span.seconds and span.leads & BOUNDS) or span.calendar == RELEASE
    if not is_bound:
        return None
    return None if part[span.end :].strip(" .。") else span


def _time_of_a_deed(part: str, words: Vocabulary) -> Span | None:
    """`Next working day triage`: a time, and a word or two for what is done."""
    spans = spans_in(part, words)
    span = spans[0] if len(spans) == 1 and spans[0].start == 0 else None
    if span is None or span.is_period or Kind.OVER in span.leads:
        return None
    deed = part[span.end :].strip(" .。")
    is_deed = len(deed.split()) <= FEW_WORDS and all(map(str.isalpha, deed.split()))
    return span if is_deed and not words.labels.all(deed) & PROMISES else None


def _is_an_event(part: str, words: Vocabulary) -> bool:
    """`when the ticket changes`, `une fois résolu`: told when something happens."""
    told = {span.calendar for span in spans_in(part, words)}
    is_timed = DIGIT.search(part) or told - MOMENTS
    if is_timed or words.talk.speaks_of(part, "optional"):
        return False
    opens = [one for one in words.talk.matches(part) if one.start() == 0]
    return any("upon" in words.talk.phrases[one.group()] for one in opens) and " " in part.strip()
