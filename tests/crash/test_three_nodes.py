"""Three nodes on one PostgreSQL; one at random is killed, or frozen past its lease (R-45)."""

import os
import random
import threading
import time

import pytest

from tests.crash.aftermath import a_seed, aftermath, wait_until_quiet
from tests.crash.conftest import MakesNode
from tests.crash.load import Load
from tests.crash.node import Node
from tests.crash.sink import SinkThatKills
from tests.crash.test_two_nodes import SEED, ask
from tests.figures import Figures

pytestmark = pytest.mark.reliability
SECONDS = "RUNCARD_THREE_NODES_S"
FROZEN_SHARE = 0.3
# Past the 15 s of a lease.
FROZEN_S = 17.0
STEPS = """
select count(*) from page group by incident_id, level, person_id having count(*) > 1
"""
MOST_REPEATS_A_FALL = 20


def test_three_nodes_that_fall_at_random_do_each_step_once(
    make_node: MakesNode, postgres_url: str, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    seed = a_seed(os.environ.get(SEED))
    figures.say(f"{SEED}={seed}")
    nodes = [make_node(name, postgres_url) for name in ("north", "east", "south")]
    for node in nodes:
        node.start()
    seconds = float(os.environ.get(SECONDS, "90"))
    with Load(nodes, seed, pause=0.05) as load:
        kills, freezes = let_them_fall(nodes, random.Random(seed), seconds)
        load.stop()
    wait_until_quiet(postgres_url)
    assert nodes[0].ask("/verify")["holds"]
    left = aftermath(postgres_url, webhook_sink)
    incidents = {one.incident_id for one in load.accepted}
    lost = left.lost_pages(load.accepted, excused=load.acknowledged)
    figures.keep(
        "R-45",
        seconds=seconds,
        kills=kills,
        freezes=freezes,
        alerts_accepted=len(load.accepted),
        incidents=len(incidents),
        steps_without_a_page=len(lost),
        steps_done_twice=len(ask(postgres_url, STEPS)),
        messages=len(left.received),
        repeats_with_one_key=left.repeats(),
        repeats_percent=round(100 * left.repeats() / len(left.received), 2),
    )
    assert left.lost_alerts(load.accepted) == set()
    assert lost == set()
    assert ask(postgres_url, STEPS) == []
    assert left.incidents_with_several_keys() == set()
    assert left.repeats() <= MOST_REPEATS_A_FALL * (kills + freezes)


def let_them_fall(nodes: list[Node], chance: random.Random, seconds: float) -> tuple[int, int]:
    """One at a time is killed and started; now and then one is frozen meanwhile. All are up at the
    end. Answers how many were killed, and how many frozen."""
    kills, freezes = 0, 0
    ends_at = time.monotonic() + seconds
    cold: tuple[Node, float] | None = None
    while time.monotonic() < ends_at:
        threading.Event().wait(chance.uniform(0.5, 3.0))
        if cold is not None and time.monotonic() > cold[1]:
            cold[0].thaw()
            cold = None
        warm = [node for node in nodes if cold is None or node is not cold[0]]
        victim = chance.choice(warm)
        if cold is None and chance.random() < FROZEN_SHARE:
            victim.freeze()
            cold = victim, time.monotonic() + FROZEN_S
            freezes += 1
            continue
        victim.kill()
        victim.start()
        kills += 1
    if cold is not None:
        cold[0].thaw()
        cold[0].await_ready()
    return kills, freezes
