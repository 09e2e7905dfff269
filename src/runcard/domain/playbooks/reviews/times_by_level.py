"""A sentence about reviews with more than one time: each belongs to levels of its own."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.reviews.bindings import Remark
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

UNTIL = {Kind.UNDER, Kind.AFTER}


def by_level(
    sentence: str,
    line: int,
    keys: tuple[str, ...],
    known: tuple[Sequence[Severity], Vocabulary, bool],
) -> Iterator[Remark]:
    """`within 10 days for RED and within 30 days for AMBER`: each time with its own levels."""
    severities, words, at_home = known
    spans = [span for span in spans_in(sentence, words) if not span.is_period]
    starts = [0, *(span.end for span in spans[:-1])]
    ends = [*(span.start for span in spans[1:]), len(sentence)]
    pieces = [sentence[span.end : end] for span, end in zip(spans, ends, strict=False)]
    behind = _with_the_rest(pieces, severities, words)
    heads = [sentence[start : span.start] for span, start in zip(spans, starts, strict=False)]
    before = _with_the_rest(heads, severities, words)
    own = before if _are_apart(before) else behind
    if len(spans) < 2 or not _are_apart(own):
        yield _of_one_time(sentence, (line, keys, at_home), before, behind)
        return
    ends = [span.end for span in spans] if own is before else ends
    for span, start, end, mine in zip(spans, starts, ends, own, strict=False):
        is_led = _is_joined(sentence[: span.start], words) and bool(spans[0].leads & UNTIL)
        yield Remark(sentence[start:end], line, mine, at_home, is_led=is_led)


def _is_joined(before: str, words: Vocabulary) -> bool:
    """`within 8 hours (P1) or 30 hours (P2)`: what leads to the first time leads to this one."""
    last = next(iter(reversed(before.split())), "")
    return bool({"and", "or"} & set(words.particles.phrases.get(folded(last), ())))


def _with_the_rest(
    pieces: Sequence[str], severities: Sequence[Severity], words: Vocabulary
) -> list[tuple[str, ...]]:
    """The levels of each piece; of `and 3 weeks for the others` those that no piece names."""
    named = [keys_in(piece, severities, words) for piece in pieces]
    told = {key for keys in named for key in keys}
    rest = tuple(level.key for level in severities if level.key not in told)
    return [
        keys or (rest if told and words.review.speaks_of(piece, "rest") else ())
        for keys, piece in zip(named, pieces, strict=True)
    ]


def _of_one_time(
    sentence: str,
    known: tuple[int, tuple[str, ...], bool],
    before: Sequence[tuple[str, ...]],
    behind: Sequence[tuple[str, ...]],
) -> Remark:
    """`An S1 is discussed within 3 days and an S2 in the monthly meeting`: other levels behind the
    only time have something else of their own."""
    line, keys, at_home = known
    if len(before) == 1 and before[0] and behind[0] and not set(before[0]) & set(behind[0]):
        keys = before[0]
    return Remark(sentence, line, keys, at_home)


def _are_apart(keys: Sequence[tuple[str, ...]]) -> bool:
    """Each time has levels of its own."""
    return all(keys) and len(set(keys)) == len(keys)
