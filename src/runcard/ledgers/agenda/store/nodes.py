"""The nodes that share this database, as they last told of themselves."""

from typing import Any

from sqlalchemy import Column, Row, String, Table, delete, select, update

from runcard.db.dialect import upsert
from runcard.db.metadata import Instant, metadata
from runcard.db.work import Work
from runcard.ledgers.agenda.nodes import FORGOTTEN_AFTER, Half, Node

node = Table(
    "node",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("version", String, nullable=False),
    Column("runs", String, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("heartbeat_at", Instant, nullable=False),
)


def sign_in(work: Work, node_id: str, name: str, version: str, runs: tuple[Half, ...]) -> Node:
    """A node begins. Those that vanished long ago are forgotten."""
    work.tx.execute(delete(node).where(node.c.heartbeat_at < work.now - FORGOTTEN_AFTER))
    begun = Node(node_id, name, version, runs, work.now, work.now)
    beat(work, begun)
    return begun


def beat(work: Work, one: Node) -> None:
    """It lives. One that was forgotten while it was frozen is known again."""
    row = {
        "id": one.id,
        "name": one.name,
        "version": one.version,
        "runs": ",".join(half.value for half in one.runs),
        "started_at": one.started_at,
        "heartbeat_at": work.now,
    }
    work.tx.execute(upsert(work.tx, node, "id", ("heartbeat_at",)), row)


def touch(work: Work, node_id: str) -> None:
    """The smallest write there is, to see whether writing works."""
    work.tx.execute(update(node).where(node.c.id == node_id).values(heartbeat_at=work.now))


def sign_out(work: Work, node_id: str) -> None:
    """It ends, and nobody needs to wonder where it is."""
    work.tx.execute(delete(node).where(node.c.id == node_id))


def known(work: Work) -> list[Node]:
    """All of them, the oldest first; some may be gone."""
    rows = work.tx.execute(select(node).order_by(node.c.started_at, node.c.id))
    return [node_of(row) for row in rows]


def node_of(row: Row[Any]) -> Node:
    """The noun a row stands for."""
    runs = tuple(Half(word) for word in row.runs.split(","))
    return Node(row.id, row.name, row.version, runs, row.started_at, row.heartbeat_at)
