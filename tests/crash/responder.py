"""Somebody with a token of their own, paged by a node whose next level waits for an answer."""

import os
from datetime import UTC, datetime

from sqlalchemy import create_engine, make_url

from runcard.domain.access.rules import CHANCE_BYTES, TOKEN_PREFIX, digest_of, written
from runcard.domain.access.store import token
from tests.crash.aftermath import driver, eventually
from tests.crash.load import a_client, post
from tests.crash.node import PLAYBOOK, Node
from tests.crash.sink import SinkThatKills
from tests.peers.webhook_sink import Received

Headers = dict[str, str]
NEXT_LEVEL_S = 8.0


def calls_the_next_level_soon(node: Node) -> None:
    """Bo hears of what nobody acknowledges; to be said before the node starts."""
    waits = f"nobody acknowledges in {NEXT_LEVEL_S:g} seconds"
    said = PLAYBOOK.replace("not resolved in 45 min", waits)
    (node.folder / "gates.md").write_text(said, encoding="utf-8")


def a_responder(node: Node, name: str) -> Headers:
    """The credentials of somebody who may respond, put into the database past the node."""
    words = written(TOKEN_PREFIX, os.urandom(CHANCE_BYTES))
    row = {
        "id": f"tok_{name}", "name": name, "digest": digest_of(words),
        "grants": ["read", "respond"], "issued_at": datetime.now(UTC),
    }  # fmt: skip
    engine = create_engine(make_url(node.address).set(drivername=driver(node.address)))
    try:
        with engine.begin() as tx:
            tx.execute(token.insert(), row)
    finally:
        engine.dispose()
    return {"Authorization": f"Bearer {words}"}


def who_has_come_in(node: Node, name: str) -> Headers:
    """Somebody whom the node has seen since it started."""
    headers = a_responder(node, name)
    with a_client() as client:
        client.get(f"{node.url}/api/v1/incidents", headers=headers).raise_for_status()
    return headers


def paged_about(node: Node, sink: SinkThatKills, name: str) -> str:
    """An alert of which Ada was told; its incident."""
    [accepted] = post(node, name)
    sink.wait_for(lambda one: one.path == "/ada" and name.encode() in one.body)
    return accepted.incident_id


def only_the_unanswered_reach_bo(node: Node, sink: SinkThatKills) -> None:
    """An alert that nobody answers comes to the next level, and nothing else has."""
    spool = node.folder / "data" / "spool"
    eventually(lambda: not list(spool.glob("*.log")), "nothing waits")
    paged_about(node, sink, "unanswered")
    sink.wait_for(lambda one: one.path == "/bo")
    assert [b"unanswered" in one.body for one in pages_of_bo(sink)] == [True]


def pages_of_bo(sink: SinkThatKills) -> list[Received]:
    """Of the next level."""
    return [one for one in sink.received if one.path == "/bo"]
