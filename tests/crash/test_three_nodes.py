"""Three nodes on one PostgreSQL; one at random is killed, frozen past its lease, or cut off from
the database for as long (R-45)."""

import os
import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from runcard.testing.fault_proxy import SOUND, FaultProxy, Faults, a_fault_proxy
from tests.crash.aftermath import a_seed, aftermath, wait_until_quiet
from tests.crash.conftest import MakesNode
from tests.crash.lines import place_of, through
from tests.crash.load import Load
from tests.crash.node import Node
from tests.crash.sink import SinkThatKills
from tests.crash.test_two_nodes import SEED, ask
from tests.figures import Figures

pytestmark = pytest.mark.reliability
SECONDS = "RUNCARD_THREE_NODES_S"
SILENT_SHARE = 0.3
# Past the 15 s of a lease.
SILENT_S = 17.0
# Between one fall and the next; a node that is killed is up again after some two seconds more.
REST_S = (1.0, 8.0)
NAMES = ("north", "east", "south")
Houses = Sequence[tuple[Node, FaultProxy]]
STEPS = """
select count(*) from page group by incident_id, level, person_id having count(*) > 1
"""
MOST_REPEATS_A_FALL = 20


@pytest.fixture
def houses(make_node: MakesNode, postgres_url: str) -> Iterator[Houses]:
    """Three nodes, each with a line of its own to the database."""
    with ExitStack() as lines:
        place = place_of(postgres_url)
        cables = [lines.enter_context(a_fault_proxy(place, seed=45)) for _ in NAMES]
        yield [
            (make_node(name, through(cable, postgres_url)), cable)
            for name, cable in zip(NAMES, cables, strict=True)
        ]


def test_three_nodes_that_fall_at_random_do_each_step_once(
    houses: Houses, postgres_url: str, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    seed = a_seed(os.environ.get(SEED))
    figures.say(f"{SEED}={seed}")
    nodes = [node for node, _ in houses]
    for node in nodes:
        node.start()
    seconds = float(os.environ.get(SECONDS, "90"))
    with Load(nodes, seed, pause=0.05) as load:
        falls = let_them_fall(houses, random.Random(seed), seconds)
        load.stop()
    wait_until_quiet(postgres_url)
    left = aftermath(postgres_url, webhook_sink)
    incidents = {one.incident_id for one in load.accepted}
    lost = left.lost_pages(load.accepted, excused=load.acknowledged)
    figures.keep(
        "R-45",
        seconds=seconds,
        kills=falls.kills,
        freezes=falls.freezes,
        cuts=falls.cuts,
        alerts_accepted=len(load.accepted),
        incidents=len(incidents),
        steps_without_a_page=len(lost),
        steps_done_twice=len(ask(postgres_url, STEPS)),
        messages=len(left.received),
        repeats_with_one_key=left.repeats(),
        repeats_percent=round(100 * left.repeats() / len(left.received), 2),
    )
    # An hour leaves a hundred thousand entries, each of which is read.
    assert nodes[0].ask("/verify", patience=120.0)["breaks"] == []
    assert left.lost_alerts(load.accepted) == set()
    assert lost == set()
    assert ask(postgres_url, STEPS) == []
    assert left.incidents_with_several_keys() == set()
    assert left.repeats() <= MOST_REPEATS_A_FALL * falls.all


@dataclass(slots=True)
class Falls:
    """What was done to the nodes."""

    kills: int = 0
    freezes: int = 0
    cuts: int = 0

    @property
    def all(self) -> int:
        return self.kills + self.freezes + self.cuts


@dataclass(frozen=True, slots=True)
class Silent:
    """A node of which nothing is heard for a while, and how it comes back."""

    node: Node
    comes_back: Callable[[], None]
    until: float


def let_them_fall(houses: Houses, chance: random.Random, seconds: float) -> Falls:
    """One at a time is killed and started; now and then one is silent meanwhile. All are up and
    heard at the end."""
    falls = Falls()
    ends_at = time.monotonic() + seconds
    silent: Silent | None = None
    while time.monotonic() < ends_at:
        threading.Event().wait(chance.uniform(*REST_S))
        if silent is not None and time.monotonic() > silent.until:
            silent.comes_back()
            silent = None
        heard = [one for one in houses if silent is None or one[0] is not silent.node]
        node, line = chance.choice(heard)
        if silent is None and chance.random() < SILENT_SHARE:
            silent = fall_silent(node, line, falls)
            continue
        node.kill()
        node.start()
        falls.kills += 1
    if silent is not None:
        silent.comes_back()
        silent.node.await_ready()
    return falls


def fall_silent(node: Node, line: FaultProxy, falls: Falls) -> Silent:
    """In turn, its line to the database takes everything and answers nothing, or it is frozen."""
    until = time.monotonic() + SILENT_S
    if falls.cuts <= falls.freezes:
        line.faults = Faults(is_half_open=True)
        falls.cuts += 1
        return Silent(node, lambda: mend(line), until)
    node.freeze()
    falls.freezes += 1
    return Silent(node, node.thaw, until)


def mend(line: FaultProxy) -> None:
    """What hung in it is reset, as by a firewall."""
    line.faults = SOUND
    line.cut()
