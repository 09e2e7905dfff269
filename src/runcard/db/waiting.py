"""A caller that waits for its unit to be committed, and how it hears of the outcome."""

import sqlite3
from asyncio import AbstractEventLoop
from asyncio import Future as AsyncFuture
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from traceback import format_exception
from typing import Any

import structlog
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from runcard.db.work import Work
from runcard.kernel.actor import Actor
from runcard.kernel.errors import RuncardError, Unavailable

# Serialisation failure, deadlock, and a unique key that another node wrote first: a retry reads it.
RETRIED = {"40001", "40P01", "23505"}
# The file cannot grow; nor can the index of its log.
NO_ROOM = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}

log = structlog.get_logger()
OneUnit = Callable[[Work], Any]
ManyUnit = Callable[[Work, Sequence[Any]], Sequence[Any]]


@dataclass(slots=True, eq=False)
class Waiting:
    """One caller's unit, or one caller's share of a set, and where its outcome goes."""

    actor: Actor
    seed: int | None = None
    now: datetime | None = None
    """Both drawn on the first try, where units are joined for the first of them alone, and kept, so
    that a retried unit sees the same instant and ids."""
    run: OneUnit | None = None
    run_many: ManyUnit | None = None
    things: Sequence[Any] = ()
    instead: ManyUnit | None = None
    """The story that is told where the first one fails for a reason nobody foresaw."""
    answer: Future[Any] | None = None
    """For a caller without an event loop."""
    loop: AbstractEventLoop | None = None
    async_answer: AsyncFuture[Any] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a unit returned, or what it raised."""

    waiting: Waiting
    value: Any = None
    fault: BaseException | None = None


def plan_b(waiting: Waiting, fault: Exception) -> Waiting | None:
    """The other story of a unit that failed for a reason nobody foresaw. What a person must mend,
    and a database that is away, is no such reason."""
    if waiting.instead is None or isinstance(fault, RuncardError | DBAPIError):
        return None
    log.error("a story failed; the other one is told", why="".join(format_exception(fault)))
    waiting.run_many, waiting.instead = waiting.instead, None
    return waiting


def refused(waiting: Waiting, fault: Exception) -> Outcome:
    """The unit failed, and its caller hears of it."""
    return Outcome(waiting, fault=readable(fault))


def passing(fault: Exception) -> bool:
    """A fault of the moment: the whole transaction is tried again."""
    return isinstance(fault, DBAPIError) and getattr(fault.orig, "sqlstate", None) in RETRIED


def is_full(fault: Exception) -> bool:
    """SQLite's disk has no room; what PostgreSQL's has is not ours to make."""
    code = getattr(getattr(fault, "orig", None), "sqlite_errorcode", None)
    return isinstance(fault, DBAPIError) and code in NO_ROOM


def readable(fault: Exception) -> Exception:
    """A database that is full, locked or away, said in one sentence. What the database refuses of
    one unit alone is that unit's own fault, and stays what it is."""
    if isinstance(fault, IntegrityError | DataError) and not passing(fault):
        return fault
    if isinstance(fault, DBAPIError):
        return Unavailable(f"The database did not take it: {fault.orig}; nothing was changed")
    return fault


def settle(outcomes: list[Outcome]) -> None:
    """Hand out the outcomes, with one wake-up a loop and not one a caller."""
    by_loop: dict[AbstractEventLoop, list[Outcome]] = {}
    for outcome in outcomes:
        answer = outcome.waiting.answer
        if outcome.waiting.loop is not None:
            by_loop.setdefault(outcome.waiting.loop, []).append(outcome)
        elif answer is None or not answer.set_running_or_notify_cancel():
            continue  # nobody waits for it any more
        elif outcome.fault is not None:
            answer.set_exception(outcome.fault)
        else:
            answer.set_result(outcome.value)
    for loop, theirs in by_loop.items():
        with suppress(RuntimeError):  # the loop is closed: nobody waits there any more
            loop.call_soon_threadsafe(settle_on_loop, theirs)


def settle_on_loop(outcomes: list[Outcome]) -> None:
    """Runs on the door's own loop."""
    for outcome in outcomes:
        answer = outcome.waiting.async_answer
        if answer is None or answer.done():
            continue
        if outcome.fault is not None:
            answer.set_exception(outcome.fault)
        else:
            answer.set_result(outcome.value)
