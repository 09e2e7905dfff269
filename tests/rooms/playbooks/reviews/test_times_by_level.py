"""Several times in one sentence about reviews, each with levels of its own."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# Weir\n\n## Severity levels\n\n- **P1**: flood\n- **P2**: leak\n\n## Post-mortem\n\n"
HOUR = 3600


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "It is written within 30 hours of the repair (P1) or 50 hours (P2).",
            [(30 * HOUR, ("P1",)), (50 * HOUR, ("P2",))],
        ),
        (
            "Er wird innerhalb von 30 Stunden (P1) oder 50 Stunden (P2) geschrieben.",
            [(30 * HOUR, ("P1",)), (50 * HOUR, ("P2",))],
        ),
        (
            "It is written within 30 hours (P1); talking about it takes 2 hours (P2).",
            [(30 * HOUR, ("P1",))],
        ),
        ("We talk for 2 hours (P1) or 3 hours (P2).", []),
    ],
)
def test_what_leads_to_the_first_time_leads_to_the_next(
    text: str, wanted: list[tuple[int, tuple[str, ...]]], words: Vocabulary
) -> None:
    review = compile_playbook(f"{LEVELS}{text}\n", words).review
    assert [(one.within.seconds, one.keys) for one in review.deadlines] == wanted


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Post-mortem: P1 3 days, P2 50 hours.", [72, 50]),
        ("Nachbesprechung: P1 3 Tage, P2 50 Stunden", [72, 50]),
        ("复盘：P1 3天，P2 50小时", [72, 50]),
        ("Post-mortem: P1 lasted 3 days, P2 was short.", []),
        ("Room 3 is booked 3 days, room 4 50 hours.", []),
    ],
)
def test_a_time_directly_behind_a_level_is_its_own(
    text: str, hours: list[int], words: Vocabulary
) -> None:
    review = compile_playbook(f"{LEVELS}{text}\n", words).review
    assert [one.within.seconds for one in review.deadlines] == [one * HOUR for one in hours]
