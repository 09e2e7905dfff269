"""Words that tell two levels apart and carry no figure."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("rows", "is_found"),
    [
        ("| no flame | P1 |\n| cracked door | P1 |\n| slow fan | P2 |\n", False),
        ("| no flame | P1 |\n| slow fan | P2 |\n", True),
    ],
)
def test_a_table_of_signs_tells_what_a_word_leaves_open(
    rows: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Kiln\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
        "| P1 | major trouble | 5 min |\n| P2 | minor trouble | 1 h |\n\n"
        f"### Signs\n\n| What is seen | Level |\n|---|---|\n{rows}"
    )
    assert ("RC112" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("again", "is_found"),
    [
        ("**P1: all hands**\n\n- more than 40% of the boats wait", False),
        ("**P1: all hands**\n\n- the boats wait", True),
        ("**P1 or P2: all hands**\n\n- more than 40% of the boats wait", True),
    ],
)
def test_figures_may_stand_where_the_level_is_told_again(
    again: str, is_found: bool, words: Vocabulary
) -> None:
    levels = "| Level | Definition | Response time |\n|---|---|---|\n"
    rows = "| P1 | major damage | 15 min |\n| P2 | minor damage | 1 h |\n"
    text = f"# Lock\n\n## Severity levels\n\n{levels}{rows}\n## Process\n\n{again}\n"
    assert ("RC112" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        ("| Berths shut | >50% | 10-50% | <10% |", False),
        ("| Guests who wait | 5000 | 500 | 20 |", False),
        ("| Answer | 15 min | 1 h | 1 day |", True),
        ("| Loss of goods | yes | perhaps | no |", True),
    ],
)
def test_a_table_with_a_column_for_each_level_may_measure_them(
    row: str, is_found: bool, words: Vocabulary
) -> None:
    levels = (
        "| Level | Meaning |\n|---|---|\n| S1 | major trouble |\n| S2 | significant trouble |\n"
        "| S3 | minor trouble |\n"
    )
    table = f"| Sign | S1 | S2 | S3 |\n|---|---|---|---|\n{row}\n"
    text = f"# Quay\n\n## Severity levels\n\n{levels}\n## Steps\n\n### Choose\n\n{table}"
    assert ("RC112" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("first", "second", "examples", "is_found"),
    [
        ("Major breach", "Minor security event", "keys gone, locks cut, safe open", False),
        ("Schwere Sicherheitsverletzung, erheblicher Angriff", "Geringfügiger Angriff",
         "Tresor offen, Schlüssel weg, Schloss auf", False),
        ("Major breach", "Minor security event", "keys gone", True),
        ("Major delay", "Minor delay", "pier shut, boat sunk, crane down", True),
    ],
)  # fmt: skip
def test_how_bad_a_breach_is_may_be_told_by_examples(
    first: str, second: str, examples: str, is_found: bool, words: Vocabulary
) -> None:
    head = "| Level | Definition | Examples | Response |\n|---|---|---|---|\n"
    rows = f"| S1 | {first} | {examples} | 5 min |\n| S2 | {second} | rust, dust | 1 h |\n"
    text = f"# Quay\n\n## Severity levels\n\n{head}{rows}"
    assert ("RC112" in {one.code for one in found_in(text, words)}) is is_found
