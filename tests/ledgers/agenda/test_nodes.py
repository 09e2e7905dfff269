"""When a node counts as gone."""

from datetime import UTC, datetime, timedelta

from runcard.ledgers.agenda.nodes import BEAT_EVERY, GONE_AFTER, Half, Node, lives, silent_for
from runcard.ledgers.agenda.rules import HOLD

NOW = datetime(2026, 11, 21, 3, 1, tzinfo=UTC)


def heard(ago: timedelta) -> Node:
    return Node("node-1", "north", "1.0", (Half.ENGINE,), NOW - timedelta(days=1), NOW - ago)


def test_it_lives_while_it_may_only_have_missed_a_beat_or_two() -> None:
    assert lives(heard(2 * BEAT_EVERY), NOW)
    assert lives(heard(GONE_AFTER), NOW)
    assert not lives(heard(GONE_AFTER + timedelta(microseconds=1)), NOW)


def test_what_it_held_is_in_other_hands_when_it_counts_as_gone() -> None:
    assert GONE_AFTER > HOLD


def test_a_clock_that_was_set_back_makes_nobody_silent() -> None:
    assert silent_for(heard(-timedelta(hours=1)), NOW) == timedelta(0)
