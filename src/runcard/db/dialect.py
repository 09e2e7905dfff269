"""The only file that knows which database this is."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Insert, Table, func, select, text
from sqlalchemy.dialects import postgresql, sqlite

POSTGRESQL = "postgresql"
WAKE_CHANNEL = "runcard_wake"
STEWARD_LOCK = 7_229_071


def is_postgres(tx: Connection) -> bool:
    """Whether this is PostgreSQL; else it is SQLite."""
    return tx.dialect.name == POSTGRESQL


def insert_or_ignore(tx: Connection, table: Table) -> Insert:
    """An insert that leaves an existing row alone."""
    if is_postgres(tx):
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def upsert(tx: Connection, table: Table, key: Sequence[str], changed: Sequence[str]) -> Insert:
    """An insert that overwrites the columns `changed` of a row with the same key."""
    insert: Any = postgresql.insert(table) if is_postgres(tx) else sqlite.insert(table)
    taken = {name: insert.excluded[name] for name in changed}
    done: Insert = insert.on_conflict_do_update(index_elements=list(key), set_=taken)
    return done


def announce(tx: Connection) -> None:
    """Tell the other nodes, when this transaction commits, that there is something to do."""
    if is_postgres(tx):
        tx.execute(select(func.pg_notify(WAKE_CHANNEL, "")))


def server_micros(tx: Connection) -> int | None:
    """The database's own clock in UTC microseconds; None where the process owns the database."""
    if not is_postgres(tx):
        return None
    return int(tx.scalar(text("select (extract(epoch from clock_timestamp()) * 1000000)::bigint")))
