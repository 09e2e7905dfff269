"""`python -m tests.crash.process_that_dies --at after_claim serve`: Runcard, that kills itself.

It is the real command line, watched where SQLAlchemy and the drivers let anybody watch: each
transaction is named by what it writes, and at the named edge of the first commit of that kind the
process sends itself SIGKILL, or with `--freeze-at` SIGSTOP. Nothing in Runcard knows of it. On
SQLite units share commits, so one commit may hold several stories: fire and claim, for one, when
both loops wake at once.
"""

import os
import re
import signal
import sqlite3
import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import psycopg
from psycopg import Cursor
from sqlalchemy import Connection, Engine, event
from sqlalchemy.pool import Pool

from runcard.interfaces.cli.main import main

# What a transaction writes says which stories are in it.
STORIES = {
    "insert into alert": "accept",
    "delete from timer": "fire",
    "insert into attempt": "claim",
    "update attempt": "finish",
}
SAYS = {writes: re.compile(rf"^(with .*\) )?{writes} ") for writes in STORIES}


class Point(StrEnum):
    """The edges of the commits of one page."""

    BEFORE_ACCEPT = "before_accept"
    AFTER_ACCEPT = "after_accept"
    BEFORE_FIRE = "before_fire"
    AFTER_FIRE = "after_fire"
    BEFORE_CLAIM = "before_claim"
    AFTER_CLAIM = "after_claim"
    BEFORE_FINISH = "before_finish"
    AFTER_FINISH = "after_finish"


def stories_in(words: str) -> set[str]:
    """What a statement does, also where it first says with which values."""
    said = " ".join(words.lower().split())
    return {story for writes, story in STORIES.items() if SAYS[writes].search(said)}


LISTENERS: dict[int, Callable[[str], None]] = {}


class OverheardRaw(psycopg.RawCursor[Any]):
    """The cursor of statements that go as they are; it is made by name, not by the connection."""

    def execute(self, query: Any, *said: Any, **more: Any) -> Any:
        LISTENERS[id(self.connection)](str(query))
        return super().execute(query, *said, **more)


def overhear(connection: Any, heard: Callable[[str], None]) -> None:
    """Tell of every statement that goes to a connection of either driver."""
    if isinstance(connection, sqlite3.Connection):
        connection.set_trace_callback(heard)
        return

    class Overheard(Cursor[Any]):
        def execute(self, query: Any, *said: Any, **more: Any) -> Any:
            heard(str(query))
            return super().execute(query, *said, **more)

        def executemany(self, query: Any, *said: Any, **more: Any) -> Any:
            heard(str(query))
            return super().executemany(query, *said, **more)

    connection.cursor_factory = Overheard
    LISTENERS[id(connection)] = heard
    vars(psycopg)["RawCursor"] = OverheardRaw


FALLS = {"--at": signal.SIGKILL, "--freeze-at": signal.SIGSTOP}


def watch(point: Point, fall: signal.Signals) -> None:
    """A commit is over when its connection is back in the pool, and before anybody hears of it.
    It falls once: one that is woken again goes on."""
    left = [point]

    def fall_if(here: set[str]) -> None:
        if left and left[0].value in here:
            left.clear()
            os.kill(os.getpid(), fall)

    @event.listens_for(Pool, "connect")
    def connected(connection: Any, record: Any) -> None:
        def executing(words: str) -> None:
            record.info.setdefault("stories", set()).update(stories_in(words))

        overhear(connection, executing)

    @event.listens_for(Engine, "commit")
    def committing(tx: Connection) -> None:
        stories = tx.info.pop("stories", set())
        tx.info["committed"] = stories
        fall_if({f"before_{story}" for story in stories})

    @event.listens_for(Pool, "checkin")
    def given_back(_connection: object, record: Any) -> None:
        record.info.pop("stories", None)
        fall_if({f"after_{story}" for story in record.info.pop("committed", ())})


if __name__ == "__main__":
    flag, at, *words = sys.argv[1:]
    assert flag in FALLS, "say at which point"
    watch(Point(at), FALLS[flag])
    sys.argv = ["runcard", *words]
    main()
