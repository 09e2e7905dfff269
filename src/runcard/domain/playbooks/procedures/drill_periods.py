"""How often something is practised: by a period of days at least, or around some event."""

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.procedures.drill_events import LONGEST_EVENT, event_in
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

DAY = 86400


def periods_in(text: str, words: Vocabulary) -> list[Span]:
    return [
        span
        for span in spans_in(text, words)
        if span.is_period and (span.seconds or 0) >= DAY and not _is_before(text, span, words)
    ]


def _is_before(text: str, span: Span, words: Vocabulary) -> bool:
    """`before each season` is bound to the season and no period; `after every 2 weeks` is one."""
    if any(char.isdigit() for char in text[span.start : span.end]):
        return False
    return any(
        one.start() <= span.start <= one.end() + 1 and _is_around(one.group(), words)
        for one in words.talk.matches(text)
    )


def _is_around(phrase: str, words: Vocabulary) -> bool:
    """`before`, `antes de cada`, but not `a cada`."""
    first = phrase.split(maxsplit=1)[0]
    return "around" in words.talk.phrases.get(first, ())


def period_of_cell(cell: str, line: int, words: Vocabulary) -> TimeValue | None:
    if len(cell) >= LONGEST_EVENT:
        return None
    spans = periods_in(cell, words) or periods_in(f"every {cell}", words)
    return spans[0].value(cell, line) if spans else event_of(f"x: {cell}", line, words)


def event_of(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    timed = [span for span in spans_in(text, words) if not _is_before(text, span, words)]
    return event_in(text, line, timed, words)
