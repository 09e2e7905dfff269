"""What could not be carried out, how often, and what is parked: read when a person asks why."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Integer, Row, String, Table, delete, select, update

from runcard.db.metadata import Instant, metadata
from runcard.db.work import Work
from runcard.ledgers.agenda.model import Book, Job, Setback, Timer

setback = Table(
    "setback",
    metadata,
    Column("key", String, primary_key=True),
    Column("book", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("step", Integer, nullable=False),
    Column("why", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("since", Instant, nullable=False),
    Column("parked_at", Instant),
)
LONGEST_WHY = 500


def note(work: Work, what: Timer | Job, why: str) -> Setback:
    """One more try of it failed; returns what is known of it now."""
    row = work.tx.execute(
        select(setback).where(setback.c.key == what.key).with_for_update()
    ).one_or_none()
    values = {"why": why[:LONGEST_WHY], "tries": 1 if row is None else row.tries + 1}
    if row is None:
        work.tx.execute(setback.insert().values(**row_of(what, work.now), **values))
    else:
        work.tx.execute(update(setback).where(setback.c.key == what.key).values(**values))
    return setback_of(work.tx.execute(select(setback).where(setback.c.key == what.key)).one())


def park(work: Work, key: str) -> None:
    """It is tried no more."""
    work.tx.execute(update(setback).where(setback.c.key == key).values(parked_at=work.now))


def parked(work: Work, most: int) -> list[Setback]:
    """What is parked, the newest first."""
    rows = work.tx.execute(
        select(setback)
        .where(setback.c.parked_at.is_not(None))
        .order_by(setback.c.parked_at.desc(), setback.c.key)
        .limit(most)
    )
    return [setback_of(row) for row in rows]


def forget(work: Work, keys: list[str]) -> None:
    """These begin anew."""
    work.tx.execute(delete(setback).where(setback.c.key.in_(keys)))


def row_of(what: Timer | Job, now: datetime) -> dict[str, Any]:
    """The columns that say what it is."""
    return {
        "key": what.key,
        "book": (Book.TIMER if isinstance(what, Timer) else Book.JOB).value,
        "kind": what.kind,
        "subject": what.subject,
        "generation": what.generation,
        "step": what.step,
        "since": now,
    }


def setback_of(row: Row[Any]) -> Setback:
    """The noun a row stands for."""
    return Setback(
        row.key,
        Book(row.book),
        row.kind,
        row.subject,
        row.generation,
        row.step,
        row.why,
        row.tries,
        row.parked_at,
    )
