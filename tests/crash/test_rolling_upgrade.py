"""Two builds on one PostgreSQL: where the schema wants it, the old one leaves the engine to the new
one and takes alerts in; otherwise both work side by side while nodes are replaced one by one, and
step back one by one. No page is lost and none is sent by the wrong one (R-47)."""

import os
import random
import threading
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from runcard.db.migrate import known
from tests.crash.aftermath import a_seed, aftermath, eventually, wait_until_quiet
from tests.crash.conftest import MakesNode
from tests.crash.later_build import REVISION, make_later_build
from tests.crash.load import Load, post
from tests.crash.node import SOURCE, Node
from tests.crash.sink import SinkThatKills
from tests.crash.test_three_nodes import MOST_REPEATS_A_FALL, NAMES, STEPS
from tests.crash.test_two_nodes import SEED, ask
from tests.figures import Figures

pytestmark = pytest.mark.reliability
ALERTS = 10
LEFT = "left to nodes of another version"
STEP = "update engine_module set version = {version} returning name"
WAITING = "select count(*) from job where state = 'ready'"
AT = "select version_num from alembic_version"
BUILDS = "select build from attempt order by started_at"
KILLS_A_STAGE = 4
KILLED_EVERY_S = 1.5


def pages_of(node: Node) -> int:
    return node.log().count("page attempt")


def test_the_old_build_does_no_work_of_the_new_one_and_takes_it_up_again_after_a_step_back(
    make_node: MakesNode, postgres_url: str, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    old, new = make_node("old", postgres_url), make_node("new", postgres_url)
    old.start()
    accepted = post(old, "before")
    webhook_sink.wait_for(lambda _: True)
    wait_until_quiet(postgres_url)
    ask(postgres_url, STEP.format(version=2))  # As the migration that comes with the new build.
    accepted += [one for n in range(ALERTS) for one in post(old, f"between-{n}")]
    eventually(lambda: LEFT in old.log(), "the old one says that it leaves it")
    assert ask(postgres_url, WAITING) == [(ALERTS,)]
    new.start(version=2)
    webhook_sink.wait_for(lambda _: True, 1 + ALERTS)
    accepted += [one for n in range(ALERTS) for one in post((old, new)[n % 2], f"with-both-{n}")]
    webhook_sink.wait_for(lambda _: True, 1 + 2 * ALERTS)
    wait_until_quiet(postgres_url)
    by_old, by_new = pages_of(old), pages_of(new)
    assert (by_old, by_new) == (1, 2 * ALERTS)
    new.stop()
    ask(postgres_url, STEP.format(version=1))
    accepted += post(old, "after-the-step-back")
    webhook_sink.wait_for(lambda _: True, 2 + 2 * ALERTS)
    wait_until_quiet(postgres_url)
    left = aftermath(postgres_url, webhook_sink)
    figures.keep(
        "R-47",
        alerts_accepted=len(accepted),
        alerts_lost=len(left.lost_alerts(accepted)),
        pages_lost=len(left.lost_pages(accepted, excused=())),
        repeats=left.repeats(),
        sent_by_the_wrong_build=by_old - 1,
    )
    assert left.lost_alerts(accepted) == set()
    assert left.lost_pages(accepted, excused=()) == set()
    assert left.repeats() == 0


def test_nodes_are_replaced_one_by_one_by_a_build_of_a_later_schema_and_step_back(
    make_node: MakesNode,
    postgres_url: str,
    webhook_sink: SinkThatKills,
    figures: Figures,
    tmp_path: Path,
) -> None:
    seed = a_seed(os.environ.get(SEED))
    figures.say(f"{SEED}={seed}")
    later = make_later_build(tmp_path / "later", after=known()[0])
    nodes = [make_node(name, postgres_url) for name in NAMES]
    for node in nodes:
        node.start()
    chance = random.Random(seed)
    with Load(nodes, seed, pause=0.05) as load:
        kills = kill_some(nodes, chance)
        for source in (later, SOURCE):
            for node in nodes:
                node.stop()
                node.source = source
                node.start()
                kills += kill_some(nodes, chance)
            assert ask(postgres_url, AT) == [(REVISION,)]
        load.stop()
    wait_until_quiet(postgres_url)
    assert nodes[0].ask("/verify")["breaks"] == []
    left = aftermath(postgres_url, webhook_sink)
    builds = [name for (name,) in ask(postgres_url, BUILDS)]
    lost = left.lost_pages(load.accepted, excused=load.acknowledged)
    figures.keep(
        "R-47",
        kills=kills,
        alerts_accepted=len(load.accepted),
        alerts_lost=len(left.lost_alerts(load.accepted)),
        pages_lost=len(lost),
        messages=len(left.received),
        repeats=left.repeats(),
        attempts_by_build=dict(Counter(builds)),
    )
    assert left.lost_alerts(load.accepted) == set()
    assert lost == set()
    assert ask(postgres_url, STEPS) == []
    assert left.incidents_with_several_keys() == set()
    assert left.repeats() <= MOST_REPEATS_A_FALL * (kills + 2 * len(nodes))
    assert worked_side_by_side(builds)


def kill_some(nodes: Sequence[Node], chance: random.Random) -> int:
    """Whichever build they are of; all are up at the end."""
    for _ in range(KILLS_A_STAGE):
        threading.Event().wait(chance.uniform(0.5, KILLED_EVERY_S))
        node = chance.choice(nodes)
        node.kill()
        node.start()
    return KILLS_A_STAGE


def worked_side_by_side(builds: Sequence[str]) -> bool:
    """Whether the earlier build sent something between what the later one sent."""
    first, last = builds.index("later"), len(builds) - 1 - builds[::-1].index("later")
    return "earlier" in builds[first:last]
