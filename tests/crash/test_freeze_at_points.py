"""A node freezes at each edge of a page's commits, past its lease, and is woken: it writes nothing
that is not its own any more, and sends nothing that another node has sent (R-46).

| it freezes                                   | what is asserted once it is awake              |
|----------------------------------------------|------------------------------------------------|
| before the alert is committed                | the sender's repeat is the one that counts; it |
|                                              | is kept, and told, until the row is free       |
| before or after the claim is committed       | one message: the other node's                  |
| after the outside call, before it is written | two messages with one key, and one outcome     |
| after it is written                          | one message                                    |
| before or after the next level is decided    | one page of the next level                     |
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import httpx2
import pytest

from tests.crash.aftermath import aftermath, eventually, key_of, wait_until_quiet
from tests.crash.conftest import MakesNode
from tests.crash.load import (
    Accepted,
    accepted_in,
    answered,
    is_kept,
    post_until_told,
)
from tests.crash.node import Node
from tests.crash.process_that_dies import Point
from tests.crash.sink import SinkThatKills
from tests.crash.test_two_nodes import ask

GATE = "gate-1"
OF_THE_NEXT_LEVEL = {Point.BEFORE_FIRE, Point.AFTER_FIRE}
pytestmark = pytest.mark.reliability
TAKEN_OVER_WITHIN_S = 40.0
BOOK = "select key, state, attempt, lease_token, finished_at from job order by id"
TOLD = "select subject, position, digest from entry order by subject, position"


@pytest.mark.parametrize("point", list(Point), ids=str)
def test_a_node_that_freezes_at_a_point_harms_nothing(
    point: Point, make_node: MakesNode, postgres_url: str, webhook_sink: SinkThatKills
) -> None:
    url, sink = postgres_url, webhook_sink
    if point in OF_THE_NEXT_LEVEL:
        sink.answer_next_with(404)
    north, south = make_node("north", url), make_node("south", url)
    with ThreadPoolExecutor(1) as pool:
        north.start(freeze_at=point)
        posting = pool.submit(posted, north)
        eventually(north.is_frozen, f"it freezes {point}")
        south.start()
        accepted = post_until_told(south, GATE) if point is Point.BEFORE_ACCEPT else []
        paths = ["/ada", "/bo"] if point in OF_THE_NEXT_LEVEL else ["/ada"]
        sink.wait_for(lambda one: one.path == paths[-1], within=TAKEN_OVER_WITHIN_S)
        wait_until_quiet(url)
        settled = ask(url, BOOK), ask(url, TOLD)
        north.thaw()
        eventually(north.is_ready, "it is awake")
        accepted += posting.result()
    post_until_told(north, "after-the-frost")
    sink.wait_for(lambda one: one.path == "/ada" and b"after-the-frost" in one.body, within=10.0)
    wait_until_quiet(url)
    book, told = ask(url, BOOK), ask(url, TOLD)
    assert book[: len(settled[0])] == settled[0], "a zombie wrote into the book"
    first = {subject for subject, _, _ in settled[1]}
    assert [row for row in told if row[0] in first] == settled[1], "a zombie told a story"
    messages = Counter(key_of(one) for one in sink.received if b"after-the-frost" not in one.body)
    most = 2 if point is Point.BEFORE_FINISH else 1
    # What each node keeps while the other holds the row, each may tell, under one key.
    told_apart = {key: 2 if key.startswith("away:") else most for key in messages}
    assert all(messages[key] <= told_apart[key] for key in messages), messages
    assert sorted({one.path for one in sink.received}) == paths
    assert south.ask("/verify")["breaks"] == []
    left = aftermath(url, sink)
    assert left.lost_alerts(accepted) == set()
    assert left.lost_pages(accepted, excused=()) == set()


def posted(node: Node) -> list[Accepted]:
    """One alert; a node that freezes over it may not answer in time, or keep it besides."""
    with suppress(httpx2.HTTPError):
        answer = answered(node, GATE)
        return [] if is_kept(answer) else accepted_in(answer)
    return []
