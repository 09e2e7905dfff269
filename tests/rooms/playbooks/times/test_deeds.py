"""Times that stand beside what is done by them."""

import pytest

from runcard.domain.playbooks.times.deeds import answer_beside, deadline_beside, rhythm_beside
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


@pytest.mark.parametrize(
    ("part", "seconds"),
    [
        ("Wake the miller immediately", 0),
        ("Wake the miller immediately; the warden if it lasts", 0),
        ("Müller sofort wecken", 0),
        ("The owner is informed immediately", None),
        ("Wake the miller immediately and the warden in 10 minutes", None),
        ("Walk down to the lower gate, look at it and then shut it immediately", None),
    ],
)
def test_a_deed_without_delay(part: str, seconds: int | None, words: Vocabulary) -> None:
    found = answer_beside(part, 1, words)
    assert (found.seconds if found else None) == seconds


@pytest.mark.parametrize(
    ("part", "seconds"),
    [
        ("8 hours while the gate is shut", 28800),
        ("30 min solange das Tor zu ist", 1800),
        ("8 hours of grinding", None),
        ("while the gate is shut", None),
    ],
)
def test_a_rhythm_for_as_long_as_something_holds(
    part: str, seconds: int | None, words: Vocabulary
) -> None:
    found = rhythm_beside(part, 1, words)
    assert (found.seconds if found else None) == seconds


@pytest.mark.parametrize(
    ("part", "seconds"),
    [
        ("Page the baker and the helper within 5 min; the owner within 20 min.", 300),
        ("Bäcker innerhalb von 5 min anrufen; Besitzer innerhalb von 30 min", 300),
        # The letter goes to nobody who works on it.
        ("Write a letter within 5 min; the owner signs within 20 min.", None),
        ("Page the baker after 5 min; the owner after 20 min.", None),
    ],
)
def test_the_first_who_is_called_is_the_answer(
    part: str, seconds: int | None, words: Vocabulary
) -> None:
    found = answer_beside(part, 1, words)
    assert (found.seconds if found else None) == seconds
