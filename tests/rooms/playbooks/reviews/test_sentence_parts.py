"""Sentences that say one thing of some levels and another of others."""

import pytest

from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.reviews.sentence_parts import parts_of
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = tuple(Severity(f"P{at}", None, at) for at in (1, 2, 3))


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Required for P1 and recommended for P2.", 2),
        ("Für P1 Pflicht und für P2 optional.", 2),
        ("Obligatoire pour P1, et pour chaque P3 qui se répète.", 2),
        ("Required for P1, optional for P2", 2),
        ("Required for P1 and P2 within 5 days.", 1),
        ("Required for P1 and every P2.", 1),
    ],
)
def test_what_is_said_of_each_level_is_a_part(sentence: str, count: int, words: Vocabulary) -> None:
    assert len([*parts_of(sentence, LEVELS, words)]) == count


def test_a_level_that_no_list_has_says_nothing(words: Vocabulary) -> None:
    said = "Required for P1 and P2, optional for P4"
    assert [*parts_of(said, LEVELS, words)] == ["Required for P1 and P2"]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("los P2, en 9 días, y los P3 solo si alguien lo pide",
         ["los P2, en 9 días", "y los P3 solo si alguien lo pide"]),
        ("P2, within 9 days, P3 only if somebody asks",
         ["P2, within 9 days", "P3 only if somebody asks"]),
        ("P2 within 9 days and P3 on request", ["P2 within 9 days", "P3 on request"]),
        ("P2, P3 and the harbour, within 9 days", ["P2, P3 and the harbour, within 9 days"]),
    ],
)  # fmt: skip
def test_what_follows_a_bare_level_is_said_of_it(
    sentence: str, parts: list[str], words: Vocabulary
) -> None:
    assert [*parts_of(sentence, LEVELS, words)] == parts
