"""Timers and jobs in two tables: armed in the caller's transaction, claimed with a lease."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    Row,
    String,
    Table,
    delete,
    func,
    or_,
    select,
    update,
)

from runcard.db.dialect import insert_or_ignore
from runcard.db.metadata import Instant, metadata
from runcard.db.work import Work
from runcard.ledgers.agenda.model import Ambiguous, Job, JobState, Lease, Timer

RowId = BigInteger().with_variant(Integer, "sqlite")

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
)

job = Table(
    "job",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("key", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False, index=True),
    Column("generation", Integer, nullable=False),
    Column("step", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("run_at", Instant, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("is_open", Integer, nullable=False),
    Column("ambiguous", String, nullable=False),
    Column("lease_owner", String),
    Column("lease_token", BigInteger, nullable=False),
    Column("lease_until", Instant),
    Column("last_error", String),
    Column("finished_at", Instant),
)
is_ready = job.c.state == JobState.READY.value
is_running = job.c.state == JobState.RUNNING.value
Index("ix_job_ready", job.c.run_at, sqlite_where=is_ready, postgresql_where=is_ready)
Index("ix_job_lease", job.c.lease_until, sqlite_where=is_running, postgresql_where=is_running)


@dataclass(frozen=True, slots=True)
class Due:
    """When the loops must look again."""

    timer_at: datetime | None
    job_at: datetime | None


def arm(work: Work, timers: Iterable[Timer]) -> None:
    """Arm timers; a key that is armed already stays as it is."""
    rows = [timer_row(one) for one in timers]
    if rows:
        work.tx.execute(insert_or_ignore(work.tx, timer), rows)
        work.wakes_engine = True


def enqueue(work: Work, jobs: Iterable[Job]) -> None:
    """Enqueue jobs; a key that is known already stays as it is."""
    rows = [job_row(one) for one in jobs]
    if rows:
        work.tx.execute(insert_or_ignore(work.tx, job), rows)
        work.wakes_engine = True


def take_due(work: Work, most: int) -> list[Timer]:
    """Take due timers out of the book, oldest first; nobody else can take the same ones."""
    due = (
        select(timer)
        .where(timer.c.due_at <= work.now)
        .order_by(timer.c.due_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    rows = work.tx.execute(due).all()
    if rows:
        work.tx.execute(delete(timer).where(timer.c.id.in_([row.id for row in rows])))
    return [timer_of(row) for row in rows]


def claim(work: Work, owner: str, until: datetime, most: int) -> list[Lease]:
    """Take ready jobs, and those whose lease ran out, under a lease with a new token."""
    ready = (
        select(job)
        .where(
            or_(
                is_ready & (job.c.run_at <= work.now),
                is_running & (job.c.lease_until <= work.now),
            )
        )
        .order_by(job.c.run_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    rows = work.tx.execute(ready).all()
    if not rows:
        return []
    work.tx.execute(
        update(job)
        .where(job.c.id.in_([row.id for row in rows]))
        .values(
            state=JobState.RUNNING.value,
            attempt=job.c.attempt + 1,
            is_open=1,
            lease_owner=owner,
            lease_token=job.c.lease_token + 1,
            lease_until=until,
        )
    )
    return [leased(row, until) for row in rows]


def renew(work: Work, leases: Sequence[Lease], until: datetime) -> None:
    """Keep jobs in our hands a little longer; a lost one stays lost."""
    for lease in leases:
        work.tx.execute(update(job).where(held(lease)).values(lease_until=until))


def finish(work: Work, lease: Lease) -> bool:
    """The job is carried out. False when another worker has taken it over meanwhile."""
    return _end(work, lease, JobState.DONE, None)


def give_up(work: Work, lease: Lease, why: str) -> bool:
    """The job will not be carried out; it stays in the book with its reason."""
    return _end(work, lease, JobState.DEAD, why)


def postpone(work: Work, lease: Lease, run_at: datetime, why: str) -> bool:
    """Try again later. False when another worker has taken it over meanwhile."""
    values = {"state": JobState.READY.value, "run_at": run_at, "is_open": 0, "last_error": why}
    changed = work.tx.execute(update(job).where(held(lease)).values(**values, lease_until=None))
    work.wakes_engine = True
    return changed.rowcount == 1


def withdraw(work: Work, subjects: Sequence[str]) -> None:
    """Take back what is not in anybody's hands yet. Never waits for a row: a timer being fired
    finds the wrong generation, a job being sent is beyond recall."""
    of_subjects = select(timer.c.id).where(timer.c.subject.in_(subjects))
    free = of_subjects.with_for_update(skip_locked=True)
    work.tx.execute(delete(timer).where(timer.c.id.in_(free.scalar_subquery())))
    waiting = (
        select(job.c.id)
        .where(job.c.subject.in_(subjects), is_ready)
        .with_for_update(skip_locked=True)
    )
    cancelled = {"state": JobState.CANCELLED.value, "finished_at": work.now}
    work.tx.execute(
        update(job).where(job.c.id.in_(waiting.scalar_subquery())).values(**cancelled)
    )


def hasten(work: Work, subject: str) -> bool:
    """Bring the subject's next waiting job forward to now. False when there is none."""
    first = (
        select(job.c.id)
        .where(job.c.subject == subject, is_ready)
        .order_by(job.c.run_at)
        .limit(1)
    )
    changed = work.tx.execute(
        update(job).where(job.c.id == first.scalar_subquery()).values(run_at=work.now)
    )
    work.wakes_engine = True
    return changed.rowcount == 1 or subject in has_ahead(work, [subject])


def bring_forward(work: Work, subject: str, kind: str) -> None:
    """The subject's timers of a kind are due now; one that is being fired is so already."""
    free = (
        select(timer.c.id)
        .where(timer.c.subject == subject, timer.c.kind == kind)
        .with_for_update(skip_locked=True)
    )
    work.tx.execute(
        update(timer).where(timer.c.id.in_(free.scalar_subquery())).values(due_at=work.now)
    )
    work.wakes_engine = True


def timers_of(work: Work, subjects: Sequence[str]) -> list[Timer]:
    """What is armed for the subjects, the earliest first."""
    rows = work.tx.execute(
        select(timer).where(timer.c.subject.in_(subjects)).order_by(timer.c.due_at)
    )
    return [timer_of(row) for row in rows]


def release_all(work: Work) -> int:
    """Free every lease: on SQLite the former owner is known dead when we start."""
    changed = work.tx.execute(update(job).where(is_running).values(lease_until=work.now))
    return int(changed.rowcount)


def push_back(work: Work, key: str, due_at: datetime) -> None:
    """A timer that could not be decided is due again later."""
    work.tx.execute(update(timer).where(timer.c.key == key).values(due_at=due_at))


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


def next_due(work: Work) -> Due:
    """The earliest moment either loop has something to do."""
    ready_at = work.tx.scalar(select(func.min(job.c.run_at)).where(is_ready))
    lapse_at = work.tx.scalar(select(func.min(job.c.lease_until)).where(is_running))
    moments = [moment for moment in (ready_at, lapse_at) if moment is not None]
    timer_at = work.tx.scalar(select(func.min(timer.c.due_at)))
    return Due(timer_at, min(moments) if moments else None)


def has_ahead(work: Work, subjects: Sequence[str]) -> set[str]:
    """Which of the subjects have a timer or an unfinished job before them."""
    timers = select(timer.c.subject).where(timer.c.subject.in_(subjects))
    jobs = select(job.c.subject).where(job.c.subject.in_(subjects), or_(is_ready, is_running))
    return set(work.tx.scalars(timers.union(jobs)))


def _end(work: Work, lease: Lease, state: JobState, why: str | None) -> bool:
    values = {"state": state.value, "finished_at": work.now, "is_open": 0, "last_error": why}
    changed = work.tx.execute(update(job).where(held(lease)).values(**values, lease_until=None))
    return changed.rowcount == 1


def held(lease: Lease) -> Any:
    """The row, if it is still in this worker's hands."""
    return (job.c.id == lease.job_id) & (job.c.lease_token == lease.token) & is_running


def leased(row: Row[Any], until: datetime) -> Lease:
    """What the claim turned the row into."""
    what = Job(
        row.key, row.kind, row.subject, row.run_at, row.generation, row.step,
        Ambiguous(row.ambiguous),
    )
    return Lease(what, row.id, row.attempt + 1, row.lease_token + 1, until, bool(row.is_open))


def timer_of(row: Row[Any]) -> Timer:
    """The noun a row stands for."""
    return Timer(row.key, row.kind, row.subject, row.due_at, row.generation, row.step)


def timer_row(one: Timer) -> dict[str, Any]:
    """The columns of a timer."""
    return {
        "key": one.key, "kind": one.kind, "subject": one.subject, "due_at": one.due_at,
        "generation": one.generation, "step": one.step,
    }


def job_row(one: Job) -> dict[str, Any]:
    """The columns of a job nobody holds yet."""
    return {
        "key": one.key, "kind": one.kind, "subject": one.subject, "run_at": one.run_at,
        "generation": one.generation, "step": one.step, "state": JobState.READY.value,
        "attempt": 0, "is_open": 0, "lease_token": 0, "ambiguous": one.ambiguous.value,
    }
