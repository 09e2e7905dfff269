"""A sentence about reviews, and whether it binds anybody."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

COLON = re.compile(r"[:：]")
NOT_BINDING = {"on_request", "left_open", "lesser", "never"}
MOST_BEFORE_A_CASE = 4
MOST_BEFORE_A_CLAUSE = 5


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about reviews: its line, the levels it is about, whether its heading is, too."""

    text: str
    line: int
    keys: tuple[str, ...]
    at_home: bool
    is_cell: bool = False
    is_asked: bool = False
    """Whether what stands above says that reviews are required of what follows."""
    is_surely: bool = False
    """Whether it is part of a sentence that plainly speaks of a review."""
    is_led: bool = False
    """Whether the part of the sentence before it says until when."""


def binds(sentence: str, words: Vocabulary) -> bool:
    """Whether it asks for something, does not leave it to somebody's wish, is not content with a
    line, and does not say that there is none."""
    is_free = words.talk.speaks_of(sentence, "optional") or is_advice(sentence, words)
    return not is_free and not words.review.all(sentence) & NOT_BINDING


def is_open_case(said: str, severities: Sequence[Severity], words: Vocabulary) -> bool:
    """`SEV2 if it was interesting`, `Amber when somebody asks`: a level, and behind it only a
    case; `SEV2 only if nobody knows why` as well."""
    cases = [
        found.start()
        for found in words.talk.matches(said)
        if "if" in words.talk.phrases[found.group()]
    ]
    before = said[: cases[0]] if cases else ""
    is_short = 0 < len(before.split()) <= MOST_BEFORE_A_CASE
    if _orders_something_else(before, words):
        return False
    case = said[cases[0] :] if cases else ""
    if is_short and spans_in(case, words) and not words.review.speaks_of(case, "often"):
        return False
    return is_short and bool(keys_in(before, severities, words))


def _orders_something_else(before: str, words: Vocabulary) -> bool:
    """`SEV2: lock the door, unless …`: words behind the colon that speak of no review."""
    order = COLON.split(before, maxsplit=1)[1:]
    said = order[0].strip() if order else ""
    return bool(said) and not words.review.all(said)


def is_of_some(said: str, severities: Sequence[Severity], words: Vocabulary) -> bool:
    """Whether a text is about a level only in a case, or about some incidents of it."""
    return is_open_case(said, severities, words) or _is_narrowed(said, severities, words)


def _is_narrowed(said: str, severities: Sequence[Severity], words: Vocabulary) -> bool:
    """`and any SEV3 that repeats`: asked of some incidents of a level, and so not of the level."""
    clauses = [
        found
        for found in words.review.matches(said)
        if "narrowed" in words.review.phrases[found.group()]
    ]
    before = said[: clauses[0].start()] if clauses else ""
    is_short = 0 < len(before.split()) <= MOST_BEFORE_A_CLAUSE
    return is_short and bool(keys_in(before, severities, words))


def is_advice(sentence: str, words: Vocabulary) -> bool:
    """`recommended`: something that may be left."""
    return words.review.speaks_of(sentence, "advised")
