"""Moments counted from the alarm, in the ways teams write them."""

import pytest

from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary

WAITS = [
    ("T+10", 600),
    ("T+0", 0),
    ("H+2", 7200),
    ("H+30 min", 1800),
    ("T0 + 15 min", 900),
    ("0:45", 2700),
    ("1:30", 5400),
    ("Minute 15", 900),
]
NONE = ["T+1", "T+3", "17:00", "from 0:45 to 1:30", "berth 4", "C+10", "T+10 ships"]


@pytest.mark.parametrize(("said", "seconds"), WAITS)
def test_a_moment_since_the_alarm(said: str, seconds: int, words: Vocabulary) -> None:
    found = delay(said, 1, words)
    assert found is not None
    assert found.seconds == seconds


@pytest.mark.parametrize("said", NONE)
def test_numbers_of_rungs_and_hours_of_the_day_are_none(said: str, words: Vocabulary) -> None:
    assert delay(said, 1, words) is None


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("at once after 30 minutes", 1800),
        ("sofort nach Minute 30", 1800),
        ("sofort nach Minute 30 oder früher bei Nebel", 1800),
        ("for S1 at once, otherwise after 30 minutes", 1800),
        ("S1 sofort; S2 nach 30 Minuten", 1800),
        ("at once, 30 minutes of fog", 0),
        ("at once; more crew after 30 minutes", 0),
        ("sofort", 0),
    ],
)
def test_haste_after_a_wait_is_the_wait(said: str, seconds: int, words: Vocabulary) -> None:
    found = delay(said, 1, words)
    assert found is not None
    assert found.seconds == seconds
