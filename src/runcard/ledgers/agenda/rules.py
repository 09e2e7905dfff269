"""How long to wait after a failure, and when a person must hear of it."""

from datetime import timedelta

# Longer than the slowest provider's time-out (10 s), or a second worker would page the same person;
# short enough that a dead node's work is taken over within 30 s.
HOLD = timedelta(seconds=15)
RENEW_EVERY = timedelta(seconds=5)
FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=2)
MOST_ATTEMPTS = 20
# What cannot be decided or prepared must not stand in the way of the rest, nor be forgotten.
SET_ASIDE = timedelta(seconds=30)
MOST_TRIES = 5
# Two clocks of one machine drift apart by less than this between two looks; more is a jump.
JUMP = timedelta(seconds=5)


def back_off(attempts: int) -> timedelta:
    """The wait after so many failed attempts: doubling, up to two minutes."""
    doublings: int = min(max(attempts - 1, 0), MOST_ATTEMPTS)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


def is_parked(tries: int) -> bool:
    """Whether what failed so often by our own fault is tried no more, and a person told."""
    return tries >= MOST_TRIES


def is_hopeless(attempts: int) -> bool:
    """Whether a person must be told that this does not get through."""
    return attempts >= MOST_ATTEMPTS
