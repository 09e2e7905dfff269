"""Open a database by its URL: SQLite embedded in a file, or PostgreSQL."""

import fcntl
import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import QueuePool

from runcard.db.dialect import connected_to_read
from runcard.kernel.errors import Conflict, Invalid, Unavailable

WRITERS = 8
READERS = 4
# A unit of work is a few statements in a row; one that pauses this long has stopped.
LONGEST_PAUSE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Engines:
    """The writing engine, the reading engine, and how many threads may write."""

    writing: Engine
    reading: Engine
    writers: int
    lock: int | None = None

    @property
    def is_embedded(self) -> bool:
        """Whether this process owns the database."""
        return self.lock is not None

    def close(self) -> None:
        """Give connections and the lock back."""
        self.reading.dispose()
        self.writing.dispose()
        if self.lock is not None:
            os.close(self.lock)


def open_engines(address: str, *, durable: bool = True) -> Engines:
    """Raises Invalid for an address we cannot read, Conflict when another process has the file,
    Unavailable when the server does not answer. `durable=False` is for tests alone."""
    url = url_of(address)
    if url.get_backend_name() == "sqlite":
        return open_sqlite(url, durable=durable)
    if url.get_backend_name() == "postgresql":
        return open_postgresql(url)
    raise Invalid(
        f"{url.get_backend_name()} is not a database Runcard knows; use SQLite or PostgreSQL"
    )


def url_of(address: str) -> URL:
    """Raises Invalid for an address we cannot read."""
    try:
        return make_url(address)
    except ArgumentError:
        raise Invalid(
            f"{address!r} is not a database address; write sqlite:///path/runcard.db or "
            "postgresql://user@host/name"
        ) from None


def open_sqlite(url: URL, *, durable: bool) -> Engines:
    """One connection writes and checkpoints; readers can only read. That is what keeps versions
    before 3.51.3 safe in WAL."""
    if not url.database or url.database == ":memory:":
        raise Invalid(
            "Runcard keeps its SQLite database in a file; write sqlite:///path/runcard.db"
        )
    path = Path(url.database)
    lock = lock_file(path)
    try:
        writing = create_engine(url, pool_size=1, max_overflow=0, poolclass=QueuePool)
        reading = create_engine(url, pool_size=READERS, max_overflow=0, poolclass=QueuePool)
        level = "full" if durable else "off"
        arrange_sqlite(
            writing, "begin immediate", "pragma journal_mode=wal", f"pragma synchronous={level}"
        )
        arrange_sqlite(reading, "begin", "pragma query_only=on")
        with writing.connect() as tx:
            check_wal(path, tx)
    except DBAPIError as fault:
        os.close(lock)
        raise Unavailable(f"{path} cannot be opened as a database: {fault.orig}") from None
    return Engines(writing, reading, writers=1, lock=lock)


def open_to_read(path: Path) -> Engines:
    """A SQLite file to be looked at beside whoever has it: nothing of it can change."""
    connected = partial(connected_to_read, path)
    reading = create_engine("sqlite://", creator=connected, pool_size=1, poolclass=QueuePool)
    arrange_sqlite(reading, "begin", "pragma query_only=on")
    return Engines(reading, reading, writers=1)


def check_wal(path: Path, tx: Connection) -> None:
    """Readers must not stand in the way of the writer. Raises Unavailable where they would."""
    mode = tx.exec_driver_sql("pragma journal_mode").scalar()
    if mode != "wal":
        raise Unavailable(
            f"{path} cannot keep a write-ahead log (its mode stays {mode}); "
            "put it on a local disk, not on a network share"
        )


def lock_file(path: Path) -> int:
    """Refuse a second process: the lock is gone with the process that held it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as fault:
        raise Unavailable(
            f"{path} cannot be opened: {fault.strerror}; choose a folder this user may write"
        ) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise Conflict(
            f"{path} is in use by another Runcard; stop that one, or use PostgreSQL for several"
        ) from None
    return lock


def arrange_sqlite(engine: Engine, begin: str, *pragmas: str) -> None:
    """Transactions begin when we say so, and with the lock we mean."""

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for words in (
            *pragmas,
            "pragma foreign_keys=on",
            "pragma busy_timeout=5000",
            "pragma cache_size=-32768",
        ):
            connection.execute(words)

    @event.listens_for(engine, "begin")
    def begun(tx: Any) -> None:
        tx.exec_driver_sql(begin)


def arrange_postgresql(engine: Engine) -> None:
    """A node that freezes or vanishes in the middle of a transaction lets go of its rows before
    the leases of its pages end."""

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        connection.execute(f"set idle_in_transaction_session_timeout = '{LONGEST_PAUSE_SECONDS}s'")
        connection.commit()


def open_postgresql(url: URL) -> Engines:
    """One pool for writing, as large as the writers, and one for reading."""
    url = url.set(drivername="postgresql+psycopg")
    try:
        writing = create_engine(url, pool_size=WRITERS + 2, max_overflow=0, pool_pre_ping=True)
        arrange_postgresql(writing)
        reading = create_engine(url, pool_size=READERS, max_overflow=2, pool_pre_ping=True)
        with writing.connect():
            pass
    except (ModuleNotFoundError, NoSuchModuleError):
        raise Unavailable(
            "PostgreSQL needs one more package; run: pip install 'runcard[postgres]'"
        ) from None
    except DBAPIError as fault:
        shown = url.render_as_string(hide_password=True)
        why = " ".join(str(fault.orig).split())
        raise Unavailable(f"{shown} does not answer: {why}") from None
    return Engines(writing, reading, writers=WRITERS)
