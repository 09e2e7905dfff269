"""A text names levels of its document by codes, words and letters, and by nothing else."""

import pytest

from runcard.domain.playbooks.levels.mentions import keys_in, starts_with_level
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("only for SEV-1 and SEV2", ("SEV1", "SEV2")),
        ("Sev 0/1, or > 1 hour", ("SEV0", "SEV1")),
        ("SEV1, 2 hours later", ("SEV1",)),
        ("SEV0-SEV2", ("SEV0", "SEV1", "SEV2")),
        ("nothing here", ()),
    ],
)
def test_a_sentence_names_the_levels_of_the_document(
    text: str, named: tuple[str, ...], words: Vocabulary
) -> None:
    levels = [Severity(key, None, 1) for key in ("SEV0", "SEV1", "SEV2")]
    assert keys_in(text, levels, words) == named


def test_a_worded_level_counts_only_as_written(words: Vocabulary) -> None:
    levels = [Severity("High", None, 1), Severity("Low", None, 2)]
    assert keys_in("High and Low only", levels, words) == ("High", "Low")
    assert keys_in("under high load, Highly so", levels, words) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("P2 or above", ("P1", "P2")),
        ("P2 oder höher innerhalb von 5 Tagen", ("P1", "P2")),
        ("P2及以上", ("P1", "P2")),
        ("P2 for 5 hours or more", ("P2",)),
        ("P1 or above", ("P1",)),
    ],
)
def test_or_above_means_the_worse_ones_too(
    text: str, named: tuple[str, ...], words: Vocabulary
) -> None:
    levels = [Severity(key, None, 1) for key in ("P1", "P2", "P3")]
    assert keys_in(text, levels, words) == named


def test_many_of_a_level_are_named_as_one(words: Vocabulary) -> None:
    levels = [Severity(key, None, 1) for key in ("Blocker", "Minor")]
    assert keys_in("Blockers first", levels, words) == ("Blocker",)
    assert keys_in("a Minority of cases", levels, words) == ()


def test_a_phrase_may_begin_with_a_level(words: Vocabulary) -> None:
    assert starts_with_level("SEV1 only", words)
    assert not starts_with_level("only SEV1", words)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("P1: word to the branches every 30 minutes", ("Priority 1",)),
        ("the lead takes P1 and P2", ("Priority 1", "Priority 2")),
        ("Prio 2 can wait", ("Priority 2",)),
        ("S1 is of another ladder", ()),
    ],
)
def test_a_code_may_be_said_in_short(text: str, named: tuple[str, ...], words: Vocabulary) -> None:
    levels = [Severity(key, None, 1) for key in ("Priority 1", "Priority 2")]
    assert keys_in(text, levels, words) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Prio A und B binnen fünf Tagen", ("A", "B")),
        ("class C only", ("C",)),
        ("A/B", ("A", "B")),
        ("B: next morning", ("B",)),
        ("Rank B and grau C", ("B", "C")),
        ("ランクBは翌日", ("B",)),
        ("障害のランク C では", ("C",)),
        ("鍵のABCは棚に", ()),
        ("A pump has stopped", ()),
        ("the kind of A-frame we use", ()),
    ],
)
def test_a_letter_is_a_level_only_beside_its_like(
    text: str, named: tuple[str, ...], words: Vocabulary
) -> None:
    levels = [Severity(key, None, 1) for key in ("A", "B", "C")]
    assert keys_in(text, levels, words) == named


def test_a_code_that_is_joined_to_words_without_spaces(words: Vocabulary) -> None:
    levels = [Severity(key, None, 1) for key in ("P0", "P1", "P2")]
    assert keys_in("すべてのP0/P1障害のあと", levels, words) == ("P0", "P1")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("any Amber-or-above incident", ("Red", "Amber")),
        ("jede Amber-oder-höher-Störung", ("Red", "Amber")),
        ("any Amber-and-above run", ("Red", "Amber")),
        ("an Amber-or-Green incident", ("Amber", "Green")),
        ("an Amber-only incident", ("Amber",)),
    ],
)
def test_a_level_and_above_may_be_spelled_with_hyphens(
    text: str, named: tuple[str, ...], words: Vocabulary
) -> None:
    levels = [Severity(key, None, at) for at, key in enumerate(("Red", "Amber", "Green"), 1)]
    assert keys_in(text, levels, words) == named
