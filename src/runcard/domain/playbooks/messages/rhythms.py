"""The rhythms in one sentence, each with the levels and the side it is for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.levels.spellings import keys_of_title
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.times.grammar import Span
from runcard.domain.playbooks.times.left_out import with_left_out
from runcard.domain.playbooks.times.pieces import PARTS
from runcard.domain.playbooks.times.sides import Side, side_of, sides_of
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary

STATUS_PAGE = re.compile(r"(?<![\w.])(?:https?://)?status\.[\w-]{1,60}\.\w", re.IGNORECASE)
BRACKETS = re.compile(r"\s*[(（]([^()（）]{1,48})[)）]")
LONGEST_JOINT = 6
FEW_WORDS = 4
Known = tuple[Sequence[Severity], Vocabulary]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A period, or an event, in its stretch of the sentence."""

    span: Span
    stretch: str
    keys: tuple[str, ...] = ()
    side: Side | None = None


def rhythms_in(sentence: str, known: Known, *, is_next: bool) -> Iterator[Rhythm]:
    """`P1 every 15 min in the bridge, every 30 to customers; P2 hourly`: three. One without levels
    of its own is for those of the rhythm before it. After `next update`, any number tells one."""
    words = known[1]
    spans = [one for one in _with_every(sentence, known) if _tells(one, is_next=is_next)]
    last: tuple[str, ...] = ()
    named: set[str] = set()
    found: list[Rhythm] = []
    for span, (start, end) in zip(spans, _stretches(sentence, spans, known), strict=True):
        own = _named_beside(sentence, span, (start, end), known)
        if not own and named and words.review.speaks_of(sentence[span.end : end], "rest"):
            own = tuple(level.key for level in known[0] if level.key not in named)
        named.update(own)
        if span.calendar == "event" and len(spans) > 1 and not own:
            continue  # `every hour or when something changes`: the number is the promise
        stretch = sentence[start:end]
        found.append(Rhythm(span, stretch, own or last, _side_in(stretch, words)))
        last = own or last
    yield from _two_sides(found, words)


def _with_every(sentence: str, known: Known) -> Iterator[Span]:
    """The times of a sentence; of `every 20 minutes (P1) or 2 hours (others)`, the second is as
    much a period as the first."""
    before: Span | None = None
    for span in with_left_out(sentence, known[1]):
        goes_on = before is not None and before.is_period and not span.leads
        between = sentence[before.end : span.start] if before is not None else ""
        joined = BRACKETS.match(between) if goes_on else None
        is_next = joined is not None and len(between) - joined.end() <= LONGEST_JOINT
        is_next |= goes_on and _are_alike(between, sentence[span.end :], known)
        before = replace(span, leads=frozenset({Kind.EVERY})) if is_next else span
        yield before


def _are_alike(between: str, behind: str, known: Known) -> bool:
    """`every 20 minutes for P1, 2 hours for P2`: both times lead to levels by the same word."""
    first, second = between.split(), behind.split()[:FEW_WORDS]
    if not 1 < len(first) <= FEW_WORDS or first[:1] != second[:1] or "." in between:
        return False
    return bool(keys_in(between, *known) and keys_in(" ".join(second), *known))


def _side_in(stretch: str, words: Vocabulary) -> Side | None:
    """By its words, or by the address of a page that shows the state to everybody."""
    is_shown = STATUS_PAGE.search(stretch) is not None
    return side_of(stretch, words) or (Side.OUTSIDE if is_shown else None)


def _named_beside(
    sentence: str, span: Span, stretch: tuple[int, int], known: Known
) -> tuple[str, ...]:
    """The levels that stand before a time, else behind it: those between two semicolons first."""
    severities, words = known
    start, end = stretch
    near = max(start, sentence.rfind(";", start, span.start) + 1)
    until = sentence.find(";", span.end, end)
    for first, last in ((near, end if until < 0 else until), stretch):
        before = keys_in(sentence[first : span.start], severities, words)
        behind = sentence[span.end : last]
        own = before or keys_in(behind, severities, words) or _in_brackets(behind, known)
        if own:
            return own
    return ()


def _in_brackets(behind: str, known: Known) -> tuple[str, ...]:
    """`(Critical)` directly behind a time: the level of that name."""
    found = BRACKETS.match(behind)
    return keys_of_title(found.group(1), *known) if found is not None else ()


def _two_sides(found: Sequence[Rhythm], words: Vocabulary) -> Sequence[Rhythm]:
    """Two rhythms for the same levels are for two sides, where one of them names its side."""
    if len(found) != 2 or found[0].keys != found[1].keys:
        return found
    sides = sides_of([one.stretch for one in found], words)
    return [replace(one, side=side) for one, side in zip(found, sides, strict=True)]


def _tells(span: Span, *, is_next: bool) -> bool:
    """A period or an event; or, after `next update`, any number."""
    if span.calendar == "event":
        return True
    return span.seconds is not None and not span.now and (span.is_period or is_next)


def _stretches(sentence: str, spans: Sequence[Span], known: Known) -> list[tuple[int, int]]:
    """Where the words of each rhythm begin and end: at the separators between the times. Where
    the levels stand before their times, the first separator counts, else the last."""
    severities, words = known
    leads = bool(spans) and bool(keys_in(sentence[: spans[0].start], severities, words))
    cuts = [_cut(sentence, one.end, other.start, leads=leads) for one, other in pairwise(spans)]
    return list(zip([0, *cuts], [*cuts, len(sentence)], strict=True)) if spans else []


def _cut(sentence: str, start: int, end: int, *, leads: bool) -> int:
    cuts = [start + found.end() for found in PARTS.finditer(sentence[start:end])]
    if not cuts:
        return end
    return cuts[0] if leads else cuts[-1]
