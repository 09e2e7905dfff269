"""How often somebody is called: at once, then in growing gaps, with a small reserve."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.paging.throttle import (
    GAPS,
    MOST_REMEMBERED,
    PAUSE,
    RESERVE,
    SOON,
    Calls,
    after_message,
    after_spared,
    destination_of,
    free_at,
    is_spared,
    kind_of,
)

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
NEVER = Calls(destination_of("ada", 0))
MOST_IN_A_PAUSE = 8


def test_the_first_message_leaves_at_once() -> None:
    assert free_at(NEVER, NOON) == NOON


@pytest.mark.parametrize(("nth", "gap"), list(enumerate(GAPS, start=1)))
def test_each_message_makes_the_next_one_wait_longer(nth: int, gap: timedelta) -> None:
    calls = Calls(NEVER.destination, nth, NOON)
    assert free_at(calls, NOON) == NOON + gap


def test_the_longest_gap_stays() -> None:
    assert free_at(Calls(NEVER.destination, 50, NOON), NOON) == NOON + GAPS[-1]


def test_after_a_pause_counting_begins_anew() -> None:
    calls = Calls(NEVER.destination, 50, NOON - PAUSE)
    assert free_at(calls, NOON) == NOON
    assert after_message(calls, ["Pump 3 leaks"], NOON).in_a_row == 1


def test_a_clock_that_is_set_back_keeps_nobody_waiting() -> None:
    calls = Calls(NEVER.destination, 9, NOON, RESERVE, NOON)
    before = NOON - timedelta(hours=1)
    assert free_at(calls, before) == before
    assert after_message(calls, ["Fog"], before).last_at == before
    assert after_spared(calls, "Fog", before).spared == 1


def test_the_reserve_is_spent_and_whole_again_after_a_pause() -> None:
    calls = Calls(NEVER.destination, 4, NOON)
    for n in range(RESERVE):
        title = f"{'Pier' * (n + 1)} burns"
        assert is_spared(calls, title, NOON)
        calls = after_spared(calls, title, NOON)
    assert not is_spared(calls, "Harbour radio is silent", NOON)
    later = replace(calls, last_at=NOON + PAUSE)
    assert is_spared(later, "Harbour radio is silent", NOON + PAUSE)
    assert after_spared(later, "Harbour radio is silent", NOON + PAUSE).spared == 1


def test_what_belongs_to_the_storm_is_not_spared() -> None:
    calls = after_message(Calls(NEVER.destination, 3, NOON), ["Berth 12 on pier-3 is dark"], NOON)
    assert not is_spared(calls, "berth 77 on pier-9 is dark", NOON)
    assert is_spared(calls, "Harbour radio is silent", NOON)


def test_a_turn_that_comes_soon_is_waited_for() -> None:
    calls = after_message(NEVER, ["Berth 12 is dark"], NOON)
    assert GAPS[0] <= SOON
    assert not is_spared(calls, "Harbour radio is silent", NOON)


def test_a_spared_message_moves_nobody_elses_turn() -> None:
    calls = after_spared(Calls(NEVER.destination, 2, NOON), "Fire", NOON + timedelta(seconds=3))
    assert free_at(calls, NOON + timedelta(seconds=3)) == NOON + GAPS[1]


def test_the_kinds_that_were_told_are_bounded_and_the_newest_stay() -> None:
    titles = [f"{chr(97 + n // 26)}{chr(97 + n % 26)} broke" for n in range(MOST_REMEMBERED + 9)]
    told = after_message(NEVER, [*titles, titles[0]], NOON).told
    assert len(told) == MOST_REMEMBERED
    assert told[-1] == kind_of(titles[0])


@given(
    st.lists(st.integers(min_value=0, max_value=400), min_size=1, max_size=60),
    st.lists(st.sampled_from(["Pier burns", "Radio is silent", "Berth 7 is dark", "Fog"])),
)
def test_nobody_is_called_more_than_eight_times_in_a_quarter_of_an_hour(
    waits: list[int], titles: list[str]
) -> None:
    calls, now, called = NEVER, NOON, []
    for wait, title in zip(waits, [*titles, *["Fog"] * len(waits)], strict=False):
        now += timedelta(seconds=wait)
        if free_at(calls, now) <= now:
            calls = after_message(calls, [title], now)
            called.append(now)
        elif is_spared(calls, title, now):
            calls = after_spared(calls, title, now)
            called.append(now)
    for start in called:
        among = [at for at in called if start <= at < start + PAUSE]
        assert len(among) <= MOST_IN_A_PAUSE
