"""How long to wait after a failure, and when a person must hear of it."""

from datetime import timedelta

from runcard.ledgers.agenda.rules import (
    HOLD,
    LONGEST_WAIT,
    MOST_ATTEMPTS,
    MOST_TRIES,
    back_off,
    is_hopeless,
    is_parked,
)

SEND_TIME_OUT = timedelta(seconds=10)
TAKEN_OVER_WITHIN = timedelta(seconds=30)


def test_waits_double_and_stop_growing() -> None:
    assert [back_off(attempts).total_seconds() for attempts in (0, 1, 2, 3, 4)] == [2, 2, 4, 8, 16]
    assert back_off(50) == LONGEST_WAIT


def test_a_person_hears_of_it_after_the_last_attempt() -> None:
    assert not is_hopeless(MOST_ATTEMPTS - 1)
    assert is_hopeless(MOST_ATTEMPTS)


def test_what_fails_by_our_own_fault_is_tried_five_times() -> None:
    assert [is_parked(tries) for tries in (1, MOST_TRIES - 1, MOST_TRIES)] == [False, False, True]


def test_a_lease_outlasts_the_slowest_provider_and_no_more() -> None:
    assert SEND_TIME_OUT < HOLD < TAKEN_OVER_WITHIN
