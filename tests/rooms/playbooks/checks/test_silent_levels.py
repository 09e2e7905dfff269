"""A level that names nobody to call is a gap, unless that was decided."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

HEAD = "# Gates\n\n## Severity levels\n\n| Level | Definition | Response time | Escalate to |\n"
TWO = HEAD + "|---|---|---|---|\n| P1 | stuck | 5 min | Mate |\n"


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("rows", "is_found"),
    [
        ("| P2 | slow | 1 h | |\n| P3 | lamp | 3 days | |\n", True),
        ("| P2 | slow | 1 h | - |\n| P3 | lamp | 3 days | Mate |\n", True),
        ("| P2 | slow | 1 h | Mate |\n| P3 | lamp | 3 days | - |\n", False),
        ("| P2 | slow | 1 h | Mate |\n| P3 | lamp | 3 days | nobody |\n", False),
    ],
)
def test_a_dash_for_the_lightest_level_is_a_decision(
    rows: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC304" in codes(TWO + rows, words)) is is_found


def test_levels_without_anybody_to_call_are_one_finding(words: Vocabulary) -> None:
    rows = "| P2 | slow | 1 h | |\n| P3 | lamp | 3 days | |\n"
    found = [one for one in found_in(TWO + rows, words) if one.code == "RC304"]
    assert [(one.line, one.end_line) for one in found] == [(8, 9)]


@pytest.mark.parametrize(
    ("due", "is_found"),
    [
        ("3 business days", False),
        ("4 hours, office hours only", False),
        ("3 Werktage", False),
        ("1 hour, office hours only", True),
        ("4 hours", True),
    ],
)
def test_for_what_waits_for_the_day_nobody_else_is_called(
    due: str, is_found: bool, words: Vocabulary
) -> None:
    rows = f"| P2 | slow | 1 h | Mate |\n| P3 | lamp | {due} | |\n"
    assert ("RC304" in codes(TWO + rows, words)) is is_found
