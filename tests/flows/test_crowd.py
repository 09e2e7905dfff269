"""More comes than can be written down: who is asked to wait, and who hears of it (R-24)."""

import asyncio
from collections.abc import Iterator, Sequence
from threading import Event, Semaphore

import pytest

from runcard.db.work import Work
from runcard.domain.alerts.model import AlertState, Signal
from runcard.domain.incidents.queries import open_incidents
from runcard.flows.crowd import AT_EASE_AFTER, OVER_AFTER, TOLD_AFTER, Crowd
from runcard.flows.house import ENGINE
from runcard.kernel.errors import Overloaded
from runcard.testing.clock import FrozenClock
from runcard.testing.house import PROMETHEUS, HouseForTests, a_house
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

SEV1, SEV2 = {"severity": "SEV1"}, {"severity": "SEV2"}


@pytest.fixture
def house(address: str) -> Iterator[HouseForTests]:
    """In which it is always too dense."""
    with a_house(address, {"ferries": PLAYBOOK}, TEAM) as house:
        house.house.crowd = Crowd(most_waiting=0, clock=house.clock)
        yield house


def turned_away_for(crowd: Crowd, clock: FrozenClock, seconds: int) -> list[Signal]:
    """A source that comes again each second."""
    told = []
    for _ in range(seconds):
        news = crowd.turn_away("prometheus")
        told += [news] if news else []
        clock.forward(seconds=1)
    return told


def test_a_minute_of_it_is_told_once_and_then_that_it_is_over() -> None:
    clock = FrozenClock()
    crowd = Crowd(clock=clock)
    minute = int(TOLD_AFTER.total_seconds())
    assert turned_away_for(crowd, clock, minute) == []
    [told] = turned_away_for(crowd, clock, 3 * minute)
    assert "Source prometheus is being throttled, 62 posts refused" in told.title
    assert crowd.let_in("prometheus") is None, "it may only be a moment's peace"
    clock.forward(seconds=OVER_AFTER.total_seconds() + 1)
    over = crowd.let_in("prometheus")
    assert over is not None
    assert (over.fingerprint, over.state) == (told.fingerprint, AlertState.CLEARED)
    assert crowd.let_in("prometheus") is None


def test_a_burst_now_and_then_is_nobodys_business() -> None:
    clock = FrozenClock()
    crowd = Crowd(clock=clock)
    for _ in range(20):
        assert turned_away_for(crowd, clock, 5) == []
        clock.forward(seconds=AT_EASE_AFTER.total_seconds() + 1)
    clock.forward(seconds=OVER_AFTER.total_seconds())
    assert crowd.let_in("prometheus") is None


def taken(house: HouseForTests, labels: dict[str, str]) -> Sequence[object]:
    signal = house.signal(f"Berth at {house.clock.now():%H:%M:%S}", labels=labels)
    return asyncio.run(house.house.take_in([signal], PROMETHEUS))


def open_titles(house: HouseForTests) -> list[str]:
    return [one.title for one in house.house.read(open_incidents)]


def test_in_a_crowd_only_the_worst_is_taken_in(house: HouseForTests) -> None:
    assert len(taken(house, SEV1)) == 1
    with pytest.raises(Overloaded):
        taken(house, SEV2)
    house.house.crowd.most_waiting = 1
    assert len(taken(house, SEV2)) == 1


def test_somebody_hears_of_a_source_that_is_throttled(house: HouseForTests) -> None:
    for _ in range(int(TOLD_AFTER.total_seconds()) // 5 + 2):
        with pytest.raises(Overloaded):
            taken(house, SEV2)
        house.forward(seconds=5)
    assert open_titles(house) == ["Source prometheus is being throttled, 14 posts refused"]
    assert house.phone.sent, "the fallback list is paged"
    house.house.crowd.most_waiting = 1
    house.forward(seconds=OVER_AFTER.total_seconds() + 1)
    taken(house, SEV2)
    [alert] = house.brief("INC-1").alerts
    assert alert.state is AlertState.CLEARED


def test_what_nobody_has_begun_yet_is_counted(house: HouseForTests) -> None:
    db, begun, go = house.house.db, Semaphore(0), Event()

    def holds(_: Work) -> None:
        begun.release()
        go.wait(20)

    held = [db.submit(holds, ENGINE) for _ in range(db.engines.writers)]
    for _ in held:
        assert begun.acquire(timeout=20)
    waiting = [db.submit(lambda _: None, ENGINE) for _ in range(7)]
    assert db.waiting == 7
    go.set()
    for one in (*held, *waiting):
        one.result(20)
    assert db.waiting == 0
