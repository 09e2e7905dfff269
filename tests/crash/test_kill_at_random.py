"""kill -9 at random moments under load: nothing that was accepted is lost, nor any page."""

import os
import random
import subprocess
import time

import pytest

from tests.crash.aftermath import POLL_S, a_seed, aftermath, wait_until_quiet
from tests.crash.conftest import MakesNode
from tests.crash.load import Load
from tests.crash.node import SERVE, Node
from tests.figures import Figures
from tests.peers.webhook_sink import WebhookSink

CYCLES = 20
SHORTEST_LIFE_S, LONGEST_LIFE_S = 0.05, 1.0
# Now and then it is killed again while it starts, and so while it recovers.
TWICE = 0.2
LONGEST_START_S = 2.0
SEED = "RUNCARD_CRASH_SEED"
KILLS = "RUNCARD_KILLS"


@pytest.mark.crash
def test_twenty_kills_under_load_lose_no_alert_and_no_page(
    make_node: MakesNode, webhook_sink: WebhookSink, figures: Figures
) -> None:
    survives(make_node(), webhook_sink, CYCLES, figures)


@pytest.mark.reliability
def test_two_hundred_kills_on_sqlite_lose_nothing(
    make_node: MakesNode, webhook_sink: WebhookSink, figures: Figures
) -> None:
    survives(make_node(), webhook_sink, int(os.environ.get(KILLS, "200")), figures)


@pytest.mark.reliability
def test_a_hundred_kills_on_postgresql_lose_nothing(
    make_node: MakesNode, webhook_sink: WebhookSink, postgres_url: str, figures: Figures
) -> None:
    node = make_node(database=postgres_url)
    survives(node, webhook_sink, int(os.environ.get(KILLS, "100")), figures)


def survives(node: Node, sink: WebhookSink, kills: int, figures: Figures) -> None:
    """The load is posted until every kill has been done; then all of it must be there."""
    seed = a_seed(os.environ.get(SEED))
    figures.say(f"{SEED}={seed}")
    node.start()
    with Load([node], seed) as load:
        kill_again_and_again(node, random.Random(seed), kills)
        load.stop()
    wait_until_quiet(node.address)
    assert verify(node).returncode == 0
    node.stop()
    left = aftermath(node.address, sink)
    incidents = {one.incident_id for one in load.accepted}
    # A node that died under an acknowledgement may have taken it, and then nobody is paged.
    taken = load.asked & left.acknowledged
    figures.keep(
        "R-01" if node.database is None else "R-02",
        kills=kills,
        alerts_accepted=len(load.accepted),
        alerts_lost=len(left.lost_alerts(load.accepted)),
        incidents=len(incidents),
        acknowledged=len(load.acknowledged),
        pages=len(left.received),
        pages_lost=len(left.lost_pages(load.accepted, excused=taken)),
        repeats=left.repeats(),
        begun_after_the_answer=len(left.begun_after(load.acknowledged)),
    )
    assert len(incidents) > kills, "that was no load"
    assert left.lost_alerts(load.accepted) == set()
    assert left.lost_pages(load.accepted, excused=taken) == set()
    assert left.incidents_with_several_keys() == set()
    assert all(len(bodies) == 1 for bodies in left.bodies.values()), "a repeat says the same"
    assert left.begun_after(load.acknowledged) == set()
    # On SQLite one writer puts claim and answer in an order, so that moments tell as well.
    assert node.database is not None or left.asked_after_answer == ()


def kill_again_and_again(node: Node, chance: random.Random, kills: int) -> None:
    """Each time it is up it may live a little; at the end it is up."""
    for _ in range(kills):
        let_live(node, chance.uniform(SHORTEST_LIFE_S, LONGEST_LIFE_S))
        node.kill()
        if chance.random() < TWICE:
            node.launch()
            let_live(node, chance.uniform(0.0, LONGEST_START_S))
            node.kill()
        node.start()


def let_live(node: Node, seconds: float) -> None:
    dies_at = time.monotonic() + seconds
    while time.monotonic() < dies_at:
        assert node.running.poll() is None, node.told()
        time.sleep(POLL_S)


def verify(node: Node) -> "subprocess.CompletedProcess[bytes]":
    """`runcard verify`, as an operator runs it."""
    words = [SERVE[0], "--server", node.url, "verify"]
    environment = {**os.environ, "RUNCARD_TOKEN": node.token}
    return subprocess.run(words, cwd=node.folder, env=environment, check=False, timeout=60.0)
