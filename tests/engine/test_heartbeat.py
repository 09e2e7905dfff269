"""The heartbeat to the outside stops when any part of the pager does, and comes back with it."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from runcard.domain.paging.ports import Answer
from runcard.engine.heartbeat import Heartbeat
from runcard.engine.loop import Loop
from runcard.engine.presence import Presence
from runcard.engine.threads import EngineThreads
from runcard.flows.house import ENGINE
from runcard.flows.tally import Counted
from runcard.kernel.errors import Unavailable
from runcard.ledgers.agenda.model import Quarantined
from runcard.ledgers.agenda.nodes import Half
from runcard.testing.house import HouseForTests
from tests.engine.conftest import SEV1
from tests.engine.fakes import SlowNotifier
from tests.engine.observing import eventually, tamper

# A thread that stands still does so on either database.
pytestmark = pytest.mark.parametrize("address", ["sqlite"], indirect=True)
URL = "https://watch.example/key"
# The real ones are 30 s and 20 s; what counts is that the one is above the other.
EVERY_S, PATIENCE_S = 0.4, 0.3
PARTS = ("audit", "fire", "deliver", "renew", "beat")


@dataclass(slots=True)
class Watcher:
    """Somebody outside who counts."""

    heard: int = 0
    status: int = 200
    is_away: bool = False
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        if self.is_away:
            raise Unavailable("the watcher gave no answer")
        with self._guard:
            self.heard += 1
        return Answer(self.status)


@dataclass(slots=True)
class Living:
    """A house with everything that runs in it."""

    house: HouseForTests
    watcher: Watcher
    threads: EngineThreads
    presence: Presence
    heartbeat: Heartbeat

    def loop(self, name: str) -> Loop:
        loops = (*self.threads.loops, self.presence.beat)
        return next(loop for loop in loops if loop.name == name)

    def is_heard(self) -> bool:
        """Whether the watcher hears something new within a few periods."""
        before = self.watcher.heard
        try:
            eventually(lambda: self.watcher.heard > before, "it beats", within=4 * EVERY_S)
        except AssertionError:
            return False
        return True

    def falls_silent(self) -> None:
        """What was on its way when the part stopped may still come."""
        threading.Event().wait(EVERY_S + PATIENCE_S)
        before = self.watcher.heard
        threading.Event().wait(3 * EVERY_S)
        assert self.watcher.heard == before


@pytest.fixture
def living(living_house: HouseForTests) -> Iterator[Living]:
    house, watcher = living_house, Watcher()
    house.house.http = watcher
    threads = EngineThreads(house.house, owner="node-1")
    presence = Presence(house.house, "node-1", "north", "1.0", (Half.ENGINE,))
    loops = (*threads.loops, presence.beat)
    heartbeat = Heartbeat(
        house.house, "node-1", (URL,), loops, threads.deliverer.answers, EVERY_S, PATIENCE_S
    )
    presence.start()
    threads.start()
    heartbeat.loop.start()
    living = Living(house, watcher, threads, presence, heartbeat)
    assert living.is_heard()
    yield living
    heartbeat.loop.stop()
    threads.stop()
    presence.stop()


@contextmanager
def frozen(loop: Loop) -> Iterator[None]:
    """It begins a turn and does not come back."""
    thaw, once = threading.Event(), loop.once

    def stand_still() -> int:
        thaw.wait()
        return once()

    loop.once = stand_still
    loop.bell.set()
    try:
        yield
    finally:
        loop.once = once
        thaw.set()


@pytest.mark.parametrize("part", PARTS)
def test_it_stops_while_a_loop_stands_still_and_comes_back(living: Living, part: str) -> None:
    with frozen(living.loop(part)):
        living.falls_silent()
    assert eventually(living.is_heard, "it beats again") < 20.0


def test_a_copy_in_quarantine_does_not_speak_for_its_original(living: Living) -> None:
    quarantine = living.house.house.quarantine
    quarantine.now = Quarantined(living.house.clock.now(), "it was restored")
    living.falls_silent()
    quarantine.now = None
    assert eventually(living.is_heard, "it beats again") < 20.0


def test_it_stops_while_the_writer_stands_still(living: Living) -> None:
    thaw = threading.Event()
    for _ in range(living.house.house.db.engines.writers):
        living.house.house.db.submit(lambda _: thaw.wait(), ENGINE)
    living.falls_silent()
    thaw.set()
    assert eventually(living.is_heard, "it beats again") < 20.0


def test_it_stops_while_the_hands_that_send_stand_still(living: Living) -> None:
    living.threads.deliverer.longest_sending = 0.2
    slow = SlowNotifier()
    living.house.house.notifiers = {slow.kind: slow}
    living.house.arrive(living.house.signal("Bow door", labels=SEV1))
    eventually(lambda: slow.held == 1, "one hand hangs on a page")
    living.falls_silent()
    slow.go.set()
    assert eventually(living.is_heard, "it beats again") < 20.0


def test_it_stops_itself_when_it_is_frozen(living: Living) -> None:
    with frozen(living.heartbeat.loop):
        living.falls_silent()
    assert eventually(living.is_heard, "it beats again") < 20.0


def test_it_stops_while_something_is_overdue(living: Living) -> None:
    with frozen(living.loop("fire")):
        living.house.arrive(living.house.signal("Bow door", labels=SEV1))
        tamper(living.house.house.db, "update timer set due_at = due_at - 86400000000")
        faults = list(living.heartbeat.faults())
    assert any("has been due for 8" in fault for fault in faults), faults


def test_a_watcher_that_is_away_or_refuses_is_counted(living: Living) -> None:
    def counted() -> dict[tuple[str, ...], int]:
        return living.house.house.tally.counts(Counted.HEARTBEATS)

    living.watcher.status = 500
    eventually(lambda: counted().get(("refused",), 0) > 0, "a refusal is counted")
    living.watcher.is_away = True
    eventually(lambda: counted().get(("unanswered",), 0) > 0, "silence is counted")
    assert counted()["sent",] >= 1
