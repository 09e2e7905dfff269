"""A rhythm is the only one where no heading and no other line tells one; guests have their own."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LEVELS = (
    "# Ferry\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    "| P1 | no boat sails | 10 min |\n| P2 | one boat late | 1 h |\n\n"
)
MESSAGE = "## Messages\n\n{}\n\n```\nNo boat sails. We will write every {} minutes.\n```\n"


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("beside", "is_found"),
    [
        ("", True),
        ("## Shift\n\n- [ ] Update status every 15 minutes while it lasts\n", False),
        ("### Status update (every 15 minutes)\n\nWho, where, until when.\n", False),
        ("## Engine\n\nOil is looked at every 15 minutes.\n", True),
    ],
)
def test_another_line_may_tell_the_rhythm(beside: str, is_found: bool, words: Vocabulary) -> None:
    text = f"{LEVELS}{MESSAGE.format('First post', 20)}\n{beside}"
    assert ("RC204" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("above", "inside", "is_found"),
    [
        ("Customer message", "Internal updates every 30 minutes.", False),
        ("Customer message", "Updates every 30 minutes.", True),
        ("Message", "Internal updates every 30 minutes.", True),
    ],
)
def test_guests_and_colleagues_may_hear_at_their_own_pace(
    above: str, inside: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{LEVELS}## Communication\n\n- {inside}\n\n{MESSAGE.format(above, 60)}"
    assert ("RC205" in codes(text, words)) is is_found
