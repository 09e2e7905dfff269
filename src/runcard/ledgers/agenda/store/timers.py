"""The timers: what must be decided, when, and for which generation of its subject."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Integer,
    Row,
    String,
    Table,
    bindparam,
    delete,
    func,
    select,
    update,
)

from runcard.db.dialect import Conflict, among
from runcard.db.metadata import Instant, RowId, metadata
from runcard.db.prepared import Insertion, Lookup
from runcard.db.work import Work
from runcard.ledgers.agenda.model import Timer

timer = Table(
    "timer",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("key", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False, index=True),
    Column("generation", Integer, nullable=False),
    Column("step", Integer, nullable=False),
    Column("due_at", Instant, nullable=False, index=True),
    Column("planned_at", Instant, nullable=False),
)

# Statements of the hot path are built once.
ARM = Insertion(
    timer,
    ("key", "kind", "subject", "due_at", "generation", "step", "planned_at"),
    conflict=Conflict(),
)
DUE = (
    select(timer)
    .where(timer.c.due_at <= bindparam("now"))
    .order_by(timer.c.due_at)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
TAKE_OUT = delete(timer).where(timer.c.id.in_(bindparam("ids", expanding=True)))
OF_SUBJECTS = Lookup(
    lambda dialect: select(timer).where(among(dialect, timer.c.subject)).order_by(timer.c.due_at)
)
EARLIEST = select(func.min(timer.c.due_at))


def arm(work: Work, timers: Iterable[Timer]) -> None:
    """Arm timers; a key that is armed already stays as it is."""
    rows = [timer_row(one, work.now) for one in timers]
    if rows:
        ARM.run(work.tx, rows)
        work.timer_is_armed(min(row["due_at"] for row in rows))


def take_due(work: Work, most: int) -> list[Timer]:
    """Take due timers out of the book, oldest first; nobody else can take the same ones."""
    rows = work.tx.execute(DUE, {"now": work.now, "most": most}).all()
    if rows:
        work.tx.execute(TAKE_OUT, {"ids": [row.id for row in rows]})
    return [timer_of(row) for row in rows]


def look_due(work: Work, most: int) -> list[Timer]:
    """What is due, left in the book."""
    due = select(timer).where(timer.c.due_at <= work.now).order_by(timer.c.due_at).limit(most)
    return [timer_of(row) for row in work.tx.execute(due)]


def take(work: Work, key: str) -> Timer | None:
    """Take one timer out of the book, if it is still there and free."""
    row = work.tx.execute(
        select(timer).where(timer.c.key == key).with_for_update(skip_locked=True)
    ).one_or_none()
    if row is None:
        return None
    work.tx.execute(delete(timer).where(timer.c.id == row.id))
    return timer_of(row)


def push_back(work: Work, key: str, due_at: datetime) -> None:
    """A timer that could not be decided is due again later."""
    later = update(timer).where(timer.c.key == key).values(due_at=due_at, planned_at=work.now)
    work.tx.execute(later)


def take_out(work: Work, key: str) -> None:
    """A timer that nobody will decide."""
    work.tx.execute(delete(timer).where(timer.c.key == key))


def bring_forward(work: Work, subject: str, kind: str) -> None:
    """The subject's timers of a kind are due now; one that is being fired is so already."""
    free = (
        select(timer.c.id)
        .where(timer.c.subject == subject, timer.c.kind == kind)
        .with_for_update(skip_locked=True)
    )
    work.tx.execute(
        update(timer)
        .where(timer.c.id.in_(free.scalar_subquery()))
        .values(due_at=work.now, planned_at=work.now)
    )
    work.timer_is_armed(work.now)


def withdraw(work: Work, subjects: Sequence[str]) -> None:
    """Take back the timers of subjects. Never waits for a row: one that is being fired finds that
    its condition no longer holds."""
    free = select(timer.c.id).where(timer.c.subject.in_(subjects)).with_for_update(skip_locked=True)
    work.tx.execute(delete(timer).where(timer.c.id.in_(free.scalar_subquery())))


def of_subjects(work: Work, subjects: Sequence[str]) -> list[Timer]:
    """What is armed for the subjects, the earliest first."""
    return [timer_of(row) for row in OF_SUBJECTS.rows(work.tx, subjects)]


def next_at(work: Work) -> datetime | None:
    """When the earliest timer is due."""
    earliest: datetime | None = work.tx.scalar(EARLIEST)
    return earliest


def timer_of(row: Row[Any]) -> Timer:
    """The noun a row stands for."""
    return Timer(row.key, row.kind, row.subject, row.due_at, row.generation, row.step)


def timer_row(one: Timer, now: datetime) -> dict[str, Any]:
    """The columns of a timer that is planned now."""
    return {
        "key": one.key,
        "kind": one.kind,
        "subject": one.subject,
        "due_at": one.due_at,
        "generation": one.generation,
        "step": one.step,
        "planned_at": now,
    }
