"""By when a review is due: for which incidents, and counted from when."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LEVELS = (
    "# Docks\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n"
    "| P1 | crane stuck | 5 min |\n| P2 | slow | 1 h |\n| P3 | paint | 3 days |\n\n"
)


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(LEVELS + text, words)}


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Held within 2 days of closing.\n", True),
        ("Held within 6 days of closing.\n", False),
        ("Held within 5 business days of closing.\n", False),
        ("Needed for:\n\n- all P1\n\nHeld within 2 days of closing.\n", False),
        ("Held within 2 days of closing.\n\nOptional for paint.\n", False),
        ("Held within 1 hour of closing.\n", False),
    ],
)
def test_only_a_short_deadline_for_all_presses(
    text: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC603" in codes(f"## Review\n\n{text}", words)) is is_found


@pytest.mark.parametrize(
    ("elsewhere", "is_found"),
    [
        (
            "## Message\n\nThe crane works again. We publish the post-mortem within 48 hours.\n",
            False,
        ),
        ("## Rules\n\nWritten within 48 hours of closing.\n", False),
        ("## Rules\n\nWritten within 24 hours of closing.\n", True),
        ("## Rules\n\nThe crane is oiled every 48 hours.\n", True),
    ],
)
def test_another_place_may_say_from_when(elsewhere: str, is_found: bool, words: Vocabulary) -> None:
    text = "## Step 5: Post-mortem (within 48 hours)\n\nSay what happened.\n\n"
    assert ("RC605" in codes(text + elsewhere, words)) is is_found
