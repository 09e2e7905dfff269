"""The only file that knows which database this is."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    Connection,
    Dialect,
    Insert,
    Table,
    Text,
    any_,
    bindparam,
    func,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import psycopg

POSTGRESQL = "postgresql"
WAKE_CHANNEL = "runcard_wake"
SCHEMA_LOCK = 7_229_071
WANTED = "wanted"
numbering: Callable[..., Dialect] = psycopg.dialect
NUMBERED = numbering(paramstyle="numeric_dollar")


def is_postgres(tx: Connection) -> bool:
    """Whether this is PostgreSQL; else it is SQLite."""
    return tx.dialect.name == POSTGRESQL


def is_over(tx: Connection) -> bool:
    """Whether the transaction has ended behind our back: SQLite rolls all of it back when its disk
    fails under one statement, and a server may be gone."""
    if tx.invalidated or is_postgres(tx):
        return tx.invalidated
    driver: Any = tx.connection.driver_connection
    return not driver.in_transaction


def insert_or_ignore(tx: Connection, table: Table) -> Insert:
    """An insert that leaves an existing row alone."""
    return _ignoring(tx.dialect.name, table)


def upsert(tx: Connection, table: Table, key: str, changed: tuple[str, ...]) -> Insert:
    """An insert that overwrites the columns `changed` of a row with the same key."""
    return _overwriting(tx.dialect.name, table, key, changed)


# Built once each: building a statement costs more than running it.
@cache
def _ignoring(dialect: str, table: Table) -> Insert:
    if dialect == POSTGRESQL:
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


@cache
def _overwriting(dialect: str, table: Table, key: str, changed: tuple[str, ...]) -> Insert:
    insert: Any = postgresql.insert(table) if dialect == POSTGRESQL else sqlite.insert(table)
    taken = {name: insert.excluded[name] for name in changed}
    done: Insert = insert.on_conflict_do_update(index_elements=[key], set_=taken)
    return done


@dataclass(frozen=True, slots=True)
class Conflict:
    """What an insert does about a row that is there: leave it, or with a `key` overwrite the
    columns `changed`."""

    key: str | None = None
    changed: tuple[str, ...] = ()


def insert_into(dialect: str, table: Table, conflict: Conflict | None) -> Insert:
    """An insert that fails on a row that is there, unless told what to do about it."""
    if conflict is None:
        return table.insert()
    if conflict.key is None:
        return _ignoring(dialect, table)
    return _overwriting(dialect, table, conflict.key, conflict.changed)


def among(dialect: str, column: Column[Any]) -> ColumnElement[bool]:
    """The column holds one of a list that is handed over as one parameter, so that the statement
    is the same for every length."""
    if dialect == POSTGRESQL:
        return column == any_(bindparam(WANTED, type_=ARRAY(column.type)))
    given = func.json_each(bindparam(WANTED, type_=Text)).table_valued("value")
    return column.in_(select(given.c.value))


def by_place(dialect: Dialect) -> Dialect:
    """The dialect whose statements number their parameters as the database itself does: a driver
    that is given names reads a long statement anew each time to find them."""
    return NUMBERED if dialect.name == POSTGRESQL else dialect


def plain_cursor(tx: Connection) -> Any:
    """The driver's own cursor, which takes a statement of `by_place` as it stands."""
    if is_postgres(tx):
        driver: Any = tx.dialect.loaded_dbapi
        return driver.RawCursor(tx.connection.driver_connection)
    return tx.connection.cursor()


def listed(dialect: str, wanted: Sequence[Any]) -> Any:
    """The list as that one parameter."""
    return list(wanted) if dialect == POSTGRESQL else json.dumps(list(wanted))


def announce(tx: Connection, node: str) -> None:
    """Tell the other nodes, when this transaction commits, that there is something to do; `node`
    says who tells it, so that it need not hear itself."""
    if is_postgres(tx):
        tx.execute(select(func.pg_notify(WAKE_CHANNEL, bindparam("node"))), {"node": node})


def hold_schema(tx: Connection) -> None:
    """Nodes that start together change the schema one after the other."""
    if is_postgres(tx):
        tx.execute(select(func.pg_advisory_xact_lock(SCHEMA_LOCK)))


def share_schema(tx: Connection) -> bool:
    """Keep the schema as it is until this transaction ends. False while somebody changes it."""
    if not is_postgres(tx):
        return True
    return bool(tx.scalar(select(func.pg_try_advisory_xact_lock_shared(SCHEMA_LOCK))))


def server_micros(tx: Connection) -> int | None:
    """The database's own clock in UTC microseconds; None where the process owns the database."""
    if not is_postgres(tx):
        return None
    return int(tx.scalar(text("select (extract(epoch from clock_timestamp()) * 1000000)::bigint")))


def file_of(tx: Connection) -> Path | None:
    """The file a SQLite database is kept in."""
    if is_postgres(tx):
        return None
    return Path(tx.engine.url.database or "").resolve()


def connected_to_read(path: Path) -> sqlite3.Connection:
    """A connection to a SQLite file that can change nothing, for any thread. The file is opened
    when it is first asked."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def place_on_server(tx: Connection, table: str) -> str:
    """The server, the database and one of its tables by the numbers the server gave them: a dump
    that is restored gets others, and a standby that takes over keeps them."""
    words = "select oid from pg_database where datname = current_database()"
    database = tx.scalar(text(words))
    of_table = tx.scalar(text("select cast(to_regclass(:name) as oid)"), {"name": table})
    # A server may keep this from us; the two numbers have to do then.
    words = "select has_function_privilege('pg_control_system()', 'execute')"
    may_ask = tx.scalar(text(words))
    server = tx.scalar(text("select system_identifier from pg_control_system()")) if may_ask else ""
    return f"{server}/{database}/{of_table}"
