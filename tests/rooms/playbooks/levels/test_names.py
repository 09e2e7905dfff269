"""A level is known in every spelling, and nothing else is taken for one."""

import pytest

from runcard.domain.playbooks.levels.names import keys_in, level_head, starts_with_level
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary

HEADS = [
    ("P0 - Urgent (Response: at once)", "P0", "Urgent", "Response: at once"),
    ("Level 1: CRITICAL", "Level 1", "CRITICAL", None),
    ("SEV-0 (Critical)", "SEV-0", "Critical", None),
    ("sev 2", "sev 2", None, None),
    ("Sev 0 – All dark", "Sev 0", "All dark", None),
    ("🔴 P1: Broken", "P1", "Broken", None),
    ("#P1", "P1", None, None),
    ("Critical (P1)", "P1", "Critical", None),
    ("High", "High", None, None),
    ("Crítica (< 25 minutos)", "Crítica", None, "< 25 minutos"),
    ("S1（緊急）", "S1", "緊急", None),
    ("P0（特别重大）", "P0", "特别重大", None),
    ("P１", "P１", None, None),
    ("SEV1 🔴", "SEV1", None, None),
]


@pytest.mark.parametrize(("text", "key", "name", "remark"), HEADS)
def test_a_head_gives_key_name_and_remark(
    text: str, key: str, name: str | None, remark: str | None, words: Vocabulary
) -> None:
    head = level_head(text, words)
    assert head is not None
    assert (head.key, head.name, head.remark) == (key, name, remark)


@pytest.mark.parametrize(
    "text", ["", "Step 1: Look", "High load", "p99 > 2 s", "Incident 4", "P10"]
)
def test_other_words_are_no_level(text: str, words: Vocabulary) -> None:
    assert level_head(text, words) is None


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("P3/P4", ("P3", "P4")),
        ("SEV1/2", ("SEV1", "SEV2")),
        ("Level 1-3", ("Level 1", "Level 2", "Level 3")),
        ("P3 – P1", ("P3", "P2", "P1")),
        ("P1", ()),
    ],
)
def test_a_row_may_join_levels(text: str, joined: tuple[str, ...], words: Vocabulary) -> None:
    head = level_head(text, words)
    assert head is not None
    assert head.joined == joined


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
