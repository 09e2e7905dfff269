"""Many acknowledge while the next levels come due, on two nodes over one PostgreSQL."""

import random
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

import pytest

from runcard.engine.deliver import Deliver
from runcard.engine.fire import Fire
from runcard.ledgers.timeline.model import Acknowledged, Escalated
from runcard.testing.house import HouseForTests, a_house
from tests.engine.conftest import SEV1
from tests.engine.observing import rows
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

INCIDENTS = 120
HANDS_A_NODE = 4
SILENCE = PLAYBOOK.replace("If not resolved in 45 min", "If no response in 20 min")
DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()"
STILL_CALLING = """
select count(*) from page join incident on incident.id = page.incident_id
where page.state = 'open' and incident.state = 'acknowledged'
"""


@pytest.fixture
def nodes(postgres_url: str) -> Iterator[tuple[HouseForTests, HouseForTests]]:
    with (
        a_house(postgres_url, {"ferries": SILENCE}, TEAM) as north,
        a_house(postgres_url, {"ferries": SILENCE}, TEAM) as south,
    ):
        yield north, south


@dataclass(slots=True)
class Crowd:
    """Threads that do all they can at once; what any of them is told by way of a fault is kept."""

    faults: list[BaseException] = field(default_factory=list)
    _ready: threading.Event = field(default_factory=threading.Event)

    def run(self, *deeds: Callable[[], None]) -> None:
        with ThreadPoolExecutor(len(deeds)) as pool:
            done = [pool.submit(self._together, deed) for deed in deeds]
            self._ready.set()
        self.faults += [fault for one in done if (fault := one.exception()) is not None]

    def _together(self, deed: Callable[[], None]) -> None:
        self._ready.wait()
        deed()


def test_no_deadlock_reaches_anybody_and_nobody_is_asked_after_the_answer(
    nodes: tuple[HouseForTests, HouseForTests], capsys: pytest.CaptureFixture[str]
) -> None:
    seed = random.SystemRandom().randrange(1_000_000)
    north = nodes[0]
    incidents = [a_second_later(nodes, f"Bow door {number}") for number in range(INCIDENTS)]
    north.work()
    for node in nodes:
        node.clock.forward(seconds=20 * 60 - INCIDENTS)
    waiting: SimpleQueue[str] = SimpleQueue()
    for incident in random.Random(seed).sample(incidents, len(incidents)):
        waiting.put(incident)
    crowd = Crowd()
    crowd.run(
        *(lambda node=node: acknowledge_all(node, waiting) for node in nodes * HANDS_A_NODE),
        *(lambda node=node: decide_and_deliver(node, waiting) for node in nodes * 2),
    )
    north.work()
    told_late = [incident for incident in incidents if was_asked_after_the_answer(north, incident)]
    escalated = [incident for incident in incidents if "bo" in north.paged(incident)]
    [(deadlocks,)] = rows(north.house.db, DEADLOCKS)
    with capsys.disabled():
        print(
            f"\nseed {seed}: {INCIDENTS} acknowledged while their next level came due, "
            f"{len(escalated)} levels were quicker, {deadlocks} deadlocks"
        )
    assert crowd.faults == []
    assert 0 < len(escalated) < INCIDENTS, "that was no race"
    assert told_late == []
    assert rows(north.house.db, STILL_CALLING) == [(0,)]


def a_second_later(nodes: tuple[HouseForTests, HouseForTests], title: str) -> str:
    """One incident; the next one comes a second later, so that their levels come due in turn."""
    recorded = nodes[0].arrive(nodes[0].signal(title, labels=SEV1))
    for node in nodes:
        node.clock.forward(seconds=1)
    assert recorded[0].incident_id is not None
    return recorded[0].incident_id


def acknowledge_all(node: HouseForTests, waiting: "SimpleQueue[str]") -> None:
    """Until nobody is left to answer."""
    while True:
        try:
            incident = waiting.get_nowait()
        except Empty:
            return
        node.acknowledge(incident)


def decide_and_deliver(node: HouseForTests, waiting: "SimpleQueue[str]") -> None:
    """As the loops do, while a second passes a turn; the clocks of the nodes differ a little."""
    fire, deliver = Fire(node.house), Deliver(node.house, "node", threading.Event())
    while fire.once() + deliver.once_and_wait() > 0 or not waiting.empty():
        node.clock.forward(seconds=1)


def was_asked_after_the_answer(node: HouseForTests, incident: str) -> bool:
    """By the order of the timeline, which is the order of the commits."""
    events = [entry.event for entry in node.brief(incident).timeline]
    answered = next(n for n, event in enumerate(events) if isinstance(event, Acknowledged))
    return any(isinstance(event, Escalated) for event in events[answered:])
