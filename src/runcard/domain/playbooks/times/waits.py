"""How long a rung of an escalation is waited for, as its condition states it."""

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary


def delay(condition: str, line: int, words: Vocabulary) -> TimeValue | None:
    """The wait a condition states: the start of a window, the bound of `more than an hour`."""
    spans = [span for span in spans_in(condition, words) if is_wait(span)]
    if not spans:
        return None
    span = spans[0]
    seconds = span.seconds if span.min_seconds is None else span.min_seconds
    if span.min_seconds == 0:
        return None
    return TimeValue(condition[span.start : span.end].strip(), line, seconds)


def is_wait(span: Span) -> bool:
    """A number of minutes that does not repeat."""
    return (span.seconds is not None or span.min_seconds is not None) and not span.is_period
