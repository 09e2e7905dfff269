"""A rhythm among promises, told in words that nobody knows, and again below the next level."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary


def levels(first: str, second: str, words: Vocabulary) -> tuple[Severity, ...]:
    page = f"# Mill\n\n## Severity\n\n### P1\nNo flour.\n\n{first}\n### P2\nDust.\n\n{second}"
    return compile_playbook(page, words).severities


@pytest.mark.parametrize(
    ("first", "second", "rhythms"),
    [
        ("- Respond within 5 minutes\n- Flag on the sail every 20 minutes\n",
         "- Respond within 1 hour\n- Flag by the door every 2 hours\n", [1200, 7200]),
        ("- Reaktion binnen 5 Minuten\n- Hornruf alle 30 Minuten\n",
         "- Reaktion binnen 1 Stunde\n- Hornruf alle 3 Stunden\n", [1800, 10800]),
    ],
)  # fmt: skip
def test_it_is_how_often_people_are_told(
    first: str, second: str, rhythms: list[int], words: Vocabulary
) -> None:
    found = levels(first, second, words)
    assert [one.cadence and one.cadence.seconds for one in found] == rhythms
    assert [one.examples for one in found] == [(), ()]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Nothing is promised beside it.
        ("- Flag on the sail every 20 minutes\n", "- Flag by the door every 2 hours\n"),
        # Below one level alone, it may be a sign of the trouble.
        ("- Respond within 5 minutes\n- The bell rings every 20 minutes\n",
         "- Respond within 1 hour\n- Flour on the stairs\n"),
        # Two of them: nobody can tell which one people are told by.
        ("- Respond within 5 minutes\n- Flag every 20 minutes\n- Horn every 30 minutes\n",
         "- Respond within 1 hour\n- Flag every 2 hours\n- Horn every 3 hours\n"),
    ],
)  # fmt: skip
def test_other_entries_that_repeat_are_none(first: str, second: str, words: Vocabulary) -> None:
    assert [one.cadence for one in levels(first, second, words)] == [None, None]
