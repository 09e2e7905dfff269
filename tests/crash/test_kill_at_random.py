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
from tests.peers.webhook_sink import WebhookSink

pytestmark = pytest.mark.crash
CYCLES = 20
SHORTEST_LIFE_S, LONGEST_LIFE_S = 0.05, 1.0
# Now and then it is killed again while it starts, and so while it recovers.
TWICE = 0.2
LONGEST_START_S = 2.0
SEED = "RUNCARD_CRASH_SEED"


def test_twenty_kills_under_load_lose_no_alert_and_no_page(
    make_node: MakesNode, webhook_sink: WebhookSink, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = a_seed(os.environ.get(SEED))
    say(capsys, f"{SEED}={seed}")
    node = make_node()
    node.start()
    with Load([node], seed) as load:
        kill_again_and_again(node, random.Random(seed))
        load.stop()
    wait_until_quiet(node.address)
    assert verify(node).returncode == 0
    node.stop()
    left = aftermath(node.address, webhook_sink)
    incidents = {one.incident_id for one in load.accepted}
    say(
        capsys,
        f"{CYCLES} kills: {len(load.accepted)} alerts accepted, {len(incidents)} incidents, "
        f"{len(load.acknowledged)} acknowledged, {len(left.received)} pages, "
        f"{left.repeats()} of them repeats",
    )
    assert len(incidents) > CYCLES, "that was no load"
    assert left.lost_alerts(load.accepted) == set()
    assert left.lost_pages(load.accepted, excused=load.acknowledged) == set()
    assert left.incidents_with_several_keys() == set()
    assert all(len(bodies) == 1 for bodies in left.bodies.values()), "a repeat says the same"
    assert left.asked_after_answer == ()


def kill_again_and_again(node: Node, chance: random.Random) -> None:
    """Each time it is up it may live a little; at the end it is up."""
    for _ in range(CYCLES):
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


def say(capsys: pytest.CaptureFixture[str], words: str) -> None:
    """Shown also where the test passes."""
    with capsys.disabled():
        print(f"\n{words}")
