"""Times that stand beside what is done by them."""

import pytest

from runcard.domain.playbooks.times.deeds import deadline_beside, rhythm_beside
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("part", "calendar"),
    [
        ("Ground into next release", "next_release"),
        ("part avec la prochaine version", "next_release"),
        ("Ring the miller in the next release", None),
        ("the next release is ground by hand", None),
    ],
)
def test_a_deed_that_ends_in_the_next_release(
    part: str, calendar: str | None, words: Vocabulary
) -> None:
    found = deadline_beside(part, 1, words)
    assert (found and found.calendar) == calendar


@pytest.mark.parametrize(
    ("part", "calendar"),
    [
        ("end-of-day summary", "same_business_day"),
        ("next business day note", "next_business_day"),
        ("when the wheel turns", "event"),
        ("summary of the mill", None),
        ("9 minutes note", None),
    ],
)
def test_a_day_that_comes_again_and_what_is_told_then(
    part: str, calendar: str | None, words: Vocabulary
) -> None:
    found = rhythm_beside(part, 1, words)
    assert (found and found.calendar) == calendar
