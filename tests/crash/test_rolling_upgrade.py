"""Two builds on one PostgreSQL: the old one leaves the engine to the new one and takes alerts in,
and after the step back it goes on; no page is lost and none is sent by the wrong one (R-47)."""

import pytest

from tests.crash.aftermath import aftermath, eventually, wait_until_quiet
from tests.crash.conftest import MakesNode
from tests.crash.load import post
from tests.crash.node import Node
from tests.crash.sink import SinkThatKills
from tests.crash.test_two_nodes import ask
from tests.figures import Figures

pytestmark = pytest.mark.reliability
ALERTS = 10
LEFT = "left to nodes of another version"
STEP = "update engine_module set version = {version} returning name"
WAITING = "select count(*) from job where state = 'ready'"


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
