"""The process dies at each edge of a page's three commits, and in the middle of sending.

| it dies                                         | what is asserted after the restart          |
|-------------------------------------------------|---------------------------------------------|
| before the alert is committed                   | nothing happened; the sender repeats it     |
| after that, before the claim is committed       | one page                                    |
| after the claim, before the outside call        | one page, when the hold is over             |
| after the outside call, before it is written    | a second message with the same key          |
| after it is written down                        | one page, no more                           |
"""

from contextlib import suppress

import httpx2
import pytest

from tests.crash.aftermath import Aftermath, aftermath, eventually, wait_until_quiet
from tests.crash.conftest import MakesNode
from tests.crash.load import payload, post
from tests.crash.node import Node
from tests.crash.process_that_dies import Point
from tests.crash.sink import SinkThatKills

pytestmark = pytest.mark.crash
GATE = "gate-1"
# How often the message goes out, the time before the death included.
MESSAGES = {
    Point.BEFORE_ACCEPT: 1,
    Point.AFTER_ACCEPT: 1,
    Point.BEFORE_FIRE: 1,
    Point.AFTER_FIRE: 1,
    Point.BEFORE_CLAIM: 1,
    Point.AFTER_CLAIM: 1,
    Point.BEFORE_FINISH: 2,
    Point.AFTER_FINISH: 1,
}
# Where the sender has no answer, it sends the alert once more, as Alertmanager does.
UNANSWERED = {Point.BEFORE_ACCEPT, Point.AFTER_ACCEPT}
ON_POSTGRESQL = (Point.AFTER_ACCEPT, Point.AFTER_FIRE, Point.AFTER_CLAIM, Point.BEFORE_FINISH)


@pytest.mark.parametrize("point", list(Point), ids=str)
def test_a_page_outlives_a_death_on_sqlite(
    point: Point, make_node: MakesNode, webhook_sink: SinkThatKills
) -> None:
    dies_and_pages(make_node(), point, webhook_sink)


@pytest.mark.parametrize("point", ON_POSTGRESQL, ids=str)
def test_a_page_outlives_a_death_on_postgresql(
    point: Point, make_node: MakesNode, webhook_sink: SinkThatKills, postgres_url: str
) -> None:
    dies_and_pages(make_node(database=postgres_url), point, webhook_sink)


def test_a_death_while_the_provider_has_the_message_sends_it_again_with_the_same_key(
    make_node: MakesNode, webhook_sink: SinkThatKills
) -> None:
    node = make_node()
    node.start()
    webhook_sink.trigger = node.kill
    post(node, GATE)
    eventually(lambda: node.running.poll() is not None, "the sink kills the sender")
    node.start()
    left = settled(node, webhook_sink)
    assert len(left.received) == 2
    assert left.repeats() == 1
    assert [len(bodies) for bodies in left.bodies.values()] == [1]


def dies_and_pages(node: Node, point: Point, sink: SinkThatKills) -> None:
    node.start(at=point)
    accepted = []
    with suppress(httpx2.HTTPError):
        accepted = post(node, GATE)
    eventually(lambda: node.running.poll() is not None, f"it dies {point}")
    assert node.running.returncode == -9
    before = len(sink.received)
    assert before == (1 if point in {Point.BEFORE_FINISH, Point.AFTER_FINISH} else 0)
    node.start()
    if point in UNANSWERED:
        assert accepted == []
        accepted = post(node, GATE)
    left = settled(node, sink)
    assert left.lost_alerts(accepted) == set()
    assert len(set(left.received)) == 1, "one page, by one key"
    assert len(left.received) == MESSAGES[point]
    assert [len(bodies) for bodies in left.bodies.values()] == [1], "a repeat says the same"


def settled(node: Node, sink: SinkThatKills) -> Aftermath:
    """On PostgreSQL the hold of the dead lapses first: 15 s."""
    sink.wait_for(lambda _: True, within=40.0)
    wait_until_quiet(node.address)
    node.stop()
    return aftermath(node.address, sink)
