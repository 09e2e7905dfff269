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
    """`Required for P0 and recommended for P1`: two, where each says how much it binds; `P1 in 9
    days and P2 on request` as well."""
    parts = tuple(AND.split(text))
    if len(parts) == 1 or not all(keys_in(part, severities, words) for part in parts):
        return (text,)
    free = [not binds(part, words) for part in parts]
    told = [words.review.speaks_of(part, "required") for part in parts]
    timed = [any(free) and bool(spans_in(part, words)) for part in parts]
    return parts if all(map(any, zip(free, told, timed, strict=True))) else (text,)


def _split(
    joint: re.Pattern[str], text: str, severities: Sequence[Severity], words: Vocabulary
) -> tuple[str, ...]:
    parts = tuple(_with_what_follows(joint.split(text), severities, words))
    are_apart = len(parts) > 1 and all(
        (keys_in(part, severities, words) or speaks_of_levels(part, words))
        and (_says(part, words) or is_of_some(part, severities, words))
        for part in parts
    )
    return parts if are_apart else (text,)


def _with_what_follows(
    pieces: Sequence[str], severities: Sequence[Severity], words: Vocabulary
) -> list[str]:
    """`SEV2, in 10 days, and SEV3 if somebody asks`: what stands behind a bare level belongs to
    it."""
    found: list[str] = []
    bare = False
    for piece in pieces:
        if bare and not keys_in(piece, severities, words):
            found[-1] = f"{found[-1]}, {piece}"
            bare = False
        else:
            found.append(piece)
            is_of_levels = bool(keys_in(piece, severities, words))
            bare = is_of_levels and not _says(piece, words)
    return found


def _says(half: str, words: Vocabulary) -> bool:
    """Whether a half of a sentence says more than which levels it is about."""
    said = words.review.all(half) & (NOT_BINDING | {"required", "only_if", "advised"})
    is_met = {"next_one", "gathering"} <= words.review.all(half)
    return bool(said or is_met or spans_in(half, words)) or words.talk.speaks_of(half, "optional")
