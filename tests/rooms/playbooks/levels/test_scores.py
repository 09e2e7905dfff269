"""Scores by which levels are told apart."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.levels.scores import is_score
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    "said", ["CVSS 9.0-10.0", "7,0–8,9", "Wert ≥ 80", "score: 70 to 89", "90+"]
)
def test_a_range_of_numbers_is_a_score(said: str) -> None:
    assert is_score(said)


@pytest.mark.parametrize("said", ["all moored", "Harbour 3", "5-10 boats adrift", "P1"])
def test_words_and_counts_are_none(said: str) -> None:
    assert not is_score(said)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Critical (CVSS 8.5-10.0)", "Low (CVSS 0.1-8.4)"), ("Hoch (Wert > 50)", "Gering (0-50)")],
)
def test_a_score_in_brackets_is_no_name(first: str, second: str, words: Vocabulary) -> None:
    said = f"# Quay\n\n## Severity levels\n\n### {first}\n\nAdrift.\n\n### {second}\n\nLate.\n"
    levels = compile_playbook(said, words).severities
    assert [level.name for level in levels] == [None, None]
    assert [level.key for level in levels] == [first.split()[0], second.split()[0]]


@pytest.mark.parametrize(
    ("head", "other", "told"),
    [
        ("Score range", "Owner", ["80-100", "< 80"]),
        ("Punktzahl", "Wer", ["80-100", "< 80"]),
        # Another column says what they mean, or the head names nothing of the kind.
        ("Score", "Meaning", ["no boat leaves the quay", "some boats leave late"]),
        ("Berths", "Owner", [None, None]),
    ],
)
def test_a_column_of_scores_says_what_levels_mean(
    head: str, other: str, told: list[str | None], words: Vocabulary
) -> None:
    cells = (
        ["no boat leaves the quay", "some boats leave late"] if other == "Meaning" else ["A", "B"]
    )
    rows = (
        f"| Critical | 80-100 | {cells[0]} | 5 minutes |\n| Low | < 80 | {cells[1]} | 2 hours |\n"
    )
    head_row = f"| Severity | {head} | {other} | Response time |\n|---|---|---|---|\n"
    levels = compile_playbook(f"# Quay\n\n## Severity\n\n{head_row}{rows}", words).severities
    assert [level.definition and level.definition.text for level in levels] == told
