"""The loops sleep until something is due or committed, and land what is in the air."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest

from runcard.engine.deliver import HANDS
from runcard.engine.threads import Due, EngineThreads, Loop
from runcard.ledgers.agenda.rules import back_off
from runcard.testing.house import HouseForTests
from tests.engine.conftest import SEV1
from tests.engine.fakes import BUSY, SlowNotifier
from tests.engine.observing import eventually, rows, statements_in_a_second

SOON_S = 2.0
# While nothing happens: four looks a second at each of the two ledgers, and the server's clock.
MOST_ON_POSTGRESQL = 40


@contextmanager
def engine_of(house: HouseForTests) -> Iterator[EngineThreads]:
    threads = EngineThreads(house.house, owner="test")
    threads.start()
    try:
        yield threads
    finally:
        threads.stop()


def has_paged(house: HouseForTests, count: int) -> bool:
    return len(house.phone.sent) >= count


def test_a_commit_wakes_both_loops(living_house: HouseForTests) -> None:
    house = living_house
    with engine_of(house):
        for number in range(5):
            house.arrive(house.signal(f"Bow door {number}", labels=SEV1))
            took = eventually(partial(has_paged, house, number + 1), "it pages")
            assert took < SOON_S


def test_a_loop_wakes_by_itself_when_something_comes_due(living_house: HouseForTests) -> None:
    house = living_house
    house.phone.receipts = [BUSY]
    with engine_of(house):
        house.arrive(house.signal("Bow door", labels=SEV1))
        eventually(lambda: len(house.phone.sent) == 1, "it pages")
        took = eventually(lambda: len(house.phone.sent) == 2, "it tries again")
    wait = back_off(1).total_seconds()
    assert wait - 0.5 < took < wait + SOON_S


def test_an_idle_house_asks_the_database_nothing_or_little(living_house: HouseForTests) -> None:
    house = living_house
    with engine_of(house):
        house.arrive(house.signal("Bow door", labels=SEV1))
        finished = "select count(*) from job where state = 'done'"
        eventually(lambda: rows(house.house.db, finished) == [(1,)], "the page is sent")
        most = 0 if house.house.db.engines.is_embedded else MOST_ON_POSTGRESQL
        # The first second may still hold the end of that page.
        eventually(lambda: statements_in_a_second(house.house.db) <= most, "it falls silent")


def test_a_house_whose_hands_are_full_waits_for_one(living_house: HouseForTests) -> None:
    house = living_house
    slow = SlowNotifier()
    house.house.notifiers = {slow.kind: slow}
    with engine_of(house):
        house.arrive(*(house.signal(f"Bow door {n}", labels=SEV1) for n in range(HANDS + 5)))
        eventually(lambda: slow.held == HANDS, "every hand is busy")
        asked = statements_in_a_second(house.house.db)
        slow.go.set()
        eventually(lambda: len(slow.sent) == HANDS + 5, "the others go as hands come free")
    assert asked <= MOST_ON_POSTGRESQL


def test_stopping_lands_what_is_in_the_air_and_begins_nothing(
    living_house: HouseForTests,
) -> None:
    house = living_house
    slow = SlowNotifier()
    house.house.notifiers = {slow.kind: slow}
    with engine_of(house) as threads:
        house.arrive(*(house.signal(f"Bow door {n}", labels=SEV1) for n in range(HANDS + 5)))
        eventually(lambda: slow.held == HANDS, "every hand is busy")
        stopping = threading.Thread(target=threads.stop)
        stopping.start()
        eventually(threads.deliver.stopping.is_set, "it stops")
        assert stopping.is_alive(), "it waits for what is in the air"
        slow.go.set()
        stopping.join(10.0)
        assert not stopping.is_alive()
    counted = dict(rows(house.house.db, "select state, count(*) from job group by state"))
    assert counted == {"done": HANDS, "ready": 5}


def test_a_loop_that_is_stopped_between_two_turns_does_not_fall_asleep() -> None:
    loop = Loop("test", once=lambda: 0, next_due=lambda: Due(None, 60.0))
    loop.bell = RungBeforeItIsCleared(loop)
    loop.start()
    assert loop._thread is not None
    loop._thread.join(5.0)
    assert not loop._thread.is_alive()


class RungBeforeItIsCleared(threading.Event):
    """The moment that is hard to hit: `stop` runs just before the loop clears its bell."""

    def __init__(self, loop: Loop) -> None:
        super().__init__()
        self._loop = loop

    def clear(self) -> None:
        self._loop.stopping.set()
        self.set()
        super().clear()


def test_a_loop_outlives_a_turn_that_fails() -> None:
    faults = [RuntimeError("no")]
    seen = threading.Event()

    def once() -> int:
        if faults:
            raise faults.pop()
        seen.set()
        return 0

    loop = Loop("test", once, next_due=lambda: Due(None, 60.0))
    loop.start()
    loop.bell.set()
    assert seen.wait(10.0)
    loop.stop()


@pytest.mark.parametrize("turns", [20])
def test_starting_and_stopping_again_and_again_never_hangs(
    living_house: HouseForTests, turns: int
) -> None:
    for _ in range(turns):
        with engine_of(living_house):
            pass
