"""Looks at a running house from a test: waits for something, or counts what it asks."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, text

from runcard.db.database import Database
from runcard.kernel.actor import Engine

POLL_S = 0.01


def eventually(is_so: Callable[[], bool], what: str, within: float = 20.0) -> float:
    """Look again and again; how long it took, or a failure in words."""
    begun = time.monotonic()
    while not is_so():
        assert time.monotonic() < begun + within, f"waited {within:g} s, and still not: {what}"
        time.sleep(POLL_S)
    return time.monotonic() - begun


@contextmanager
def statements_of(database: Database) -> Iterator[list[str]]:
    """Every statement that readers and writers send meanwhile."""
    said: list[str] = []

    def executing(_tx: object, _cursor: object, words: str, *_: object) -> None:
        said.append(words)

    engines = (database.engines.writing, database.engines.reading)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", executing)
    try:
        yield said
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", executing)


def statements_in_a_second(database: Database) -> int:
    """How many there are while the test does nothing."""
    with statements_of(database) as said:
        threading.Event().wait(1.0)
        return len(said)


def rows(database: Database, words: str, **said: Any) -> list[Any]:
    """A question in plain SQL."""
    return database.read(lambda work: list(work.tx.execute(text(words), said)), Engine())


def tamper(database: Database, words: str, **said: Any) -> None:
    """Change what is kept, behind everybody's back."""
    database.write(lambda work: work.tx.execute(text(words), said).close(), Engine())
