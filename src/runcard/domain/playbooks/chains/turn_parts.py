"""Where one person's turn ends in a sentence and the next one's begins."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.particles import is_particle
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.times.waits import is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary

APART = re.compile(r"[,，、;；]\s*")
ASIDE = re.compile(r"[(（][^()（）]*[)）]")
SHORTEST = 60


def parts_of(text: str, words: Vocabulary) -> Iterator[str]:
    """What commas and `then` keep apart, and an `and` that has a wait before or behind it."""
    thens = (one for one in words.rungs.matches(text) if _is_then(one, words))
    asides = [(one.start(), one.end()) for one in ASIDE.finditer(text)]
    commas = (one for one in APART.finditer(text) if not _is_inside(one.start(), asides))
    cuts = [(one.start(), one.end()) for one in commas]
    cuts += [(one.start(), one.end()) for one in thens]
    waits = [span for span in spans_in(text, words) if is_delay(span) or span.now]
    ands = (one for one in words.particles.matches(text) if is_particle(one, "and", words))
    cuts += [(one.start(), one.end()) for one in ands if _is_between(one, waits, cuts)]
    start = 0
    for before, after in sorted(cuts):
        yield text[start:before]
        start = max(start, after)
    yield text[start:]


def _is_inside(at: int, asides: list[tuple[int, int]]) -> bool:
    return any(start < at < end for start, end in asides)


def _is_then(found: Mention, words: Vocabulary) -> bool:
    return "then" in words.rungs.phrases[found.group()]


def _is_between(joiner: Mention, waits: list[Span], cuts: list[tuple[int, int]]) -> bool:
    """Behind a wait of the same part, or directly in front of one."""
    start = max((after for _, after in cuts if after <= joiner.start()), default=0)
    return any(
        start <= span.start < joiner.start() or span.start == joiner.end() + 1 for span in waits
    )


def is_delay(span: Span) -> bool:
    """A wait of a minute or more, behind a word such as `after`."""
    seconds = span.min_seconds if span.seconds is None else span.seconds
    is_led = bool(span.leads & {Kind.AFTER, Kind.OVER})
    return is_led and is_wait(span) and (seconds or 0) >= SHORTEST
