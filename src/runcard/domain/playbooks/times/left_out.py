"""Rhythms whose unit was said before: `the banks hear within 15 minutes, then every 30`."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.times.amounts import SECONDS
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

# A number with no word behind it: in `every 30 guests` it counts something else.
BARE = re.compile(r"\s+(\d{1,3})\s*(?=[.,;)，；。）]|$)")
COUNTED = {"minute", "hour"}


def with_left_out(text: str, words: Vocabulary) -> tuple[Span, ...]:
    """The times of a sentence in order, those among them that leave out their unit."""
    spans = spans_in(text, words)
    if not spans or not words.time_words.speaks_of(text, "every"):
        return spans
    return tuple(sorted([*spans, *_left_out(text, spans, words)], key=lambda one: one.start))


def _left_out(text: str, spans: Sequence[Span], words: Vocabulary) -> Iterator[Span]:
    for lead in words.time_words.matches(text):
        bare = BARE.match(text, lead.end())
        if bare is None or "every" not in words.time_words.phrases[lead.group()]:
            continue
        before = [one for one in spans if one.end <= lead.start()]
        unit = _unit_of(text[before[-1].start : before[-1].end], words) if before else None
        if unit is not None and int(bare.group(1)):
            seconds = int(bare.group(1)) * SECONDS[unit]
            yield Span(lead.start(), bare.end(1), seconds, leads=frozenset({Kind.EVERY}))


def _unit_of(said: str, words: Vocabulary) -> str | None:
    """The unit a time ends in: minutes or hours, no days, which nobody would leave out."""
    last = folded(said).split()[-1:]
    unit = words.units.exactly(last[0]) if last else None
    return unit if unit in COUNTED else None
