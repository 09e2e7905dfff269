"""Parts of a sentence about reviews that have levels and words of their own."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.mentions import keys_in, speaks_of_levels
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.reviews.bindings import NOT_BINDING, binds, is_of_some
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

SEMICOLON = re.compile(r"\s*[;；]\s*")
HALVES = re.compile(r"\s*[,;，；]\s*")
OPENING = re.compile(r"\s*[:：]\s*")
AND = re.compile(r"\s+(?:and|but|und|aber|et|mais|y|pero|e|mas|ma|en|maar|i|ale)\s+")


def parts_of(sentence: str, severities: Sequence[Severity], words: Vocabulary) -> Iterator[str]:
    """`Required for SEV1, optional for SEV2`; `After each P1: P1 within …`: parts of a sentence
    that have levels and words of their own."""
    parts = SEMICOLON.split(sentence)
    are_apart = len(parts) > 1 and all(keys_in(part, severities, words) for part in parts)
    for whole in parts if are_apart else (sentence,):
        halves = _split(HALVES, whole, severities, words)
        # `…, optional for SEV4`, where no list has a SEV4, is about nothing of this document.
        known = [half for half in halves if keys_in(half, severities, words)]
        for half in known if len(halves) > 1 else halves:
            for piece in _split(OPENING, half, severities, words):
                yield from _at_an_and(piece, severities, words)


def _at_an_and(text: str, severities: Sequence[Severity], words: Vocabulary) -> tuple[str, ...]:
    """`Required for P0 and recommended for P1`: two, where each says how much it binds."""
    parts = tuple(AND.split(text))
    are_told = all(
        keys_in(part, severities, words)
        and (words.review.speaks_of(part, "required") or not binds(part, words))
        for part in parts
    )
    return parts if are_told else (text,)


def _split(
    joint: re.Pattern[str], text: str, severities: Sequence[Severity], words: Vocabulary
) -> tuple[str, ...]:
    parts = tuple(joint.split(text))
    are_apart = len(parts) > 1 and all(
        (keys_in(part, severities, words) or speaks_of_levels(part, words))
        and (_says(part, words) or is_of_some(part, severities, words))
        for part in parts
    )
    return parts if are_apart else (text,)


def _says(half: str, words: Vocabulary) -> bool:
    """Whether a half of a sentence says more than which levels it is about."""
    said = words.review.all(half) & (NOT_BINDING | {"required", "only_if", "advised"})
    is_met = {"next_one", "gathering"} <= words.review.all(half)
    return bool(said or is_met or spans_in(half, words)) or words.talk.speaks_of(half, "optional")
