"""A bare time behind somebody of a chain: when he is called, or by when he has heard of it."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LEVELS = (
    "# Lift\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n"
    "| P1 | stuck | 5 min |\n| P2 | slow | 20 min |\n\n## Escalation\n\n"
)


@pytest.mark.parametrize(
    ("second", "is_found"),
    [
        ("Mate informed (4 min)", False),
        ("Mate notified (4 min)", False),
        ("Mate (4 min)", True),
        ("Mate informed (7 min)", True),
    ],
)
def test_who_hears_of_it_before_the_answer_is_due_is_not_called_too_soon(
    second: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{LEVELS}1. Porter: at once\n2. {second}\n"
    assert ("RC307" in {one.code for one in found_in(text, words)}) is is_found
