"""The process dies at each edge of a page's commits, and in the middle of sending.

| it dies                                      | what is asserted after the restart             |
|----------------------------------------------|------------------------------------------------|
| before the alert and its page are committed  | nothing happened; the sender repeats it        |
| after that, before the claim is committed    | one page                                       |
| after the claim, before the outside call     | one page: at once on SQLite, else in 15 s      |
| after the outside call, before it is written | a second message with the same key             |
| after it is written                          | one page, no more                              |
| before or after the next level is decided    | one page of the next level                     |
"""

import signal
from contextlib import suppress

import httpx2
import pytest

from tests.crash.aftermath import Aftermath, aftermath, eventually, wait_until_quiet
from tests.crash.conftest import MakesNode
from tests.crash.load import Accepted, post
from tests.crash.node import Node
from tests.crash.process_that_dies import Point
from tests.crash.sink import SinkThatKills

pytestmark = pytest.mark.crash
GATE = "gate-1"
# Where the sender has no answer, it sends the alert once more, as Alertmanager does.
UNANSWERED = {Point.BEFORE_ACCEPT, Point.AFTER_ACCEPT}
SENT_BEFORE_IT_DIES = {Point.BEFORE_FINISH, Point.AFTER_FINISH}
SENT_AGAIN = {Point.BEFORE_FINISH}
# Where Ada cannot be reached, the next level is decided at once, by a timer brought forward.
OF_THE_NEXT_LEVEL = {Point.BEFORE_FIRE, Point.AFTER_FIRE}
OF_THE_FIRST = [point for point in Point if point not in OF_THE_NEXT_LEVEL]
ON_POSTGRESQL = (Point.AFTER_ACCEPT, Point.AFTER_CLAIM, Point.BEFORE_FINISH)


@pytest.mark.parametrize("point", OF_THE_FIRST, ids=str)
def test_a_page_outlives_a_death_on_sqlite(
    point: Point, make_node: MakesNode, webhook_sink: SinkThatKills
) -> None:
    dies_and_pages(make_node(), point, webhook_sink)


@pytest.mark.parametrize("point", ON_POSTGRESQL, ids=str)
def test_a_page_outlives_a_death_on_postgresql(
    point: Point, make_node: MakesNode, webhook_sink: SinkThatKills, postgres_url: str
) -> None:
    dies_and_pages(make_node(database=postgres_url), point, webhook_sink)


@pytest.mark.parametrize("point", sorted(OF_THE_NEXT_LEVEL), ids=str)
def test_the_next_level_outlives_a_death(
    point: Point, make_node: MakesNode, webhook_sink: SinkThatKills
) -> None:
    webhook_sink.answer_next_with(404)
    node = make_node()
    accepted = live_until(point, node)
    node.start()
    left = settled(node, webhook_sink, messages=2)
    assert left.lost_alerts(accepted) == set()
    assert [request.path for request in webhook_sink.received] == ["/ada", "/bo"]


def test_a_death_while_the_provider_has_the_message_sends_it_again_with_the_same_key(
    make_node: MakesNode, webhook_sink: SinkThatKills
) -> None:
    node = make_node()
    node.start()
    webhook_sink.trigger = node.kill
    post(node, GATE)
    eventually(lambda: node.running.poll() is not None, "the sink kills the sender")
    node.start()
    left = settled(node, webhook_sink, messages=2)
    assert len(left.received) == 2
    assert left.repeats() == 1
    assert [len(bodies) for bodies in left.bodies.values()] == [1]


def dies_and_pages(node: Node, point: Point, sink: SinkThatKills) -> None:
    accepted = live_until(point, node)
    assert len(sink.received) == (1 if point in SENT_BEFORE_IT_DIES else 0)
    node.start()
    if point in UNANSWERED:
        assert accepted == []
        accepted = post(node, GATE)
    messages = 2 if point in SENT_AGAIN else 1
    left = settled(node, sink, messages)
    assert left.lost_alerts(accepted) == set()
    assert len(set(left.received)) == 1, "one page, by one key"
    assert len(left.received) == messages
    assert [len(bodies) for bodies in left.bodies.values()] == [1], "a repeat says the same"


def live_until(point: Point, node: Node) -> list[Accepted]:
    """One alert, and then it is dead."""
    node.start(at=point)
    accepted = []
    with suppress(httpx2.HTTPError):
        accepted = post(node, GATE)
    eventually(lambda: node.running.poll() is not None, f"it dies {point}")
    assert node.running.returncode == -signal.SIGKILL
    return accepted


def settled(node: Node, sink: SinkThatKills, messages: int) -> Aftermath:
    """On PostgreSQL the hold of the dead lapses first: 15 s."""
    sink.wait_for(lambda _: True, count=messages, within=40.0)
    wait_until_quiet(node.address)
    node.stop()
    return aftermath(node.address, sink)
