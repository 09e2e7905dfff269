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


BOTH = (
    "# Ferry\n\n## Severity levels\n\n| Level | Definition | Response time | Updates |\n"
    "|---|---|---|---|\n| P1 | no boat sails | 10 min | every 20 minutes |\n"
    "| P2 | one boat late | 1 h | every 40 minutes |\n\n"
)


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Send status updates (every 20 min for P1, 40 min for P2)", False),
        ("Statusmeldungen alle 20 min bei P1, 40 min bei P2", False),
        ("Send status updates (every 20 min for P2, 40 min for P1)", True),
        ("Send status updates (every 30 min for P1, 40 min for P2)", True),
    ],
)
def test_a_rhythm_is_that_of_the_level_behind_it(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{BOTH}## First hour\n\n- [ ] {line}\n- [ ] Ring the harbour\n"
    assert ("RC203" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("span", "is_found"),
    [("20-40 min", False), ("20 to 40 minutes", False), ("30-40 min", True), ("50 min", True)],
)
def test_a_span_from_one_rhythm_to_the_other_is_both(
    span: str, is_found: bool, words: Vocabulary
) -> None:
    form = f"```\nNo boat sails from [pier].\nNext update: in {span}\n```\n"
    text = f"{BOTH}## Messages\n\n### First post\n\n{form}"
    assert ("RC205" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        ("Internal communication", "Management communication", False),
        ("Internal updates", "Executive updates", False),
        ("Internal communication", "Internal news", True),
        ("Internal communication", "Further rules", True),
    ],
)
def test_two_headings_that_name_two_audiences_have_a_rhythm_each(
    one: str, other: str, is_found: bool, words: Vocabulary
) -> None:
    levels = "| Level | Definition |\n|---|---|\n| P1 | sunk |\n| P2 | slow |\n"
    text = f"# Quay\n\n## Severity levels\n\n{levels}\n## Communication\n\n"
    text += f"### {one}\n\n- **P1**: updates every 15 minutes\n\n"
    text += f"### {other}\n\n- **P1**: updates every 60 minutes\n"
    assert ("RC203" in {one.code for one in found_in(text, words)}) is is_found
