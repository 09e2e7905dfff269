"""The jobs: what must be carried outside, in whose hands it is, and until when."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    Row,
    Select,
    String,
    Table,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    update,
)

from runcard.db.dialect import Conflict, among
from runcard.db.metadata import Instant, RowId, metadata
from runcard.db.prepared import Insertion, Lookup
from runcard.db.work import Work
from runcard.ledgers.agenda.model import Ambiguous, Job, JobState, Lease

job = Table(
    "job",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("key", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False, index=True),
    Column("destination", String),
    Column("generation", Integer, nullable=False),
    Column("step", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("run_at", Instant, nullable=False),
    Column("planned_at", Instant, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("is_open", Integer, nullable=False),
    Column("ambiguous", String, nullable=False),
    Column("lease_owner", String),
    Column("lease_token", BigInteger, nullable=False),
    Column("lease_until", Instant),
    Column("last_error", String),
    Column("finished_at", Instant),
)
# Words in the statement, not parameters: only then do both databases use the partial indexes.
is_ready = job.c.state == literal_column(f"'{JobState.READY.value}'")
is_running = job.c.state == literal_column(f"'{JobState.RUNNING.value}'")
READY: dict[str, Any] = {"sqlite_where": is_ready, "postgresql_where": is_ready}
Index("ix_job_ready", job.c.run_at, **READY)
Index("ix_job_destination", job.c.destination, job.c.run_at, **READY)
Index("ix_job_lease", job.c.lease_until, sqlite_where=is_running, postgresql_where=is_running)

# Statements of the hot path are built once.
ENQUEUE = Insertion(
    job,
    (
        "key", "kind", "subject", "run_at", "generation", "step", "state", "attempt", "is_open",
        "lease_token", "ambiguous", "planned_at", "destination",
    ),
    conflict=Conflict(),
)  # fmt: skip
WAITING = (
    select(job)
    .where(
        or_(
            is_ready & (job.c.run_at <= bindparam("now")),
            is_running & (job.c.lease_until <= bindparam("now")),
        )
    )
    .order_by(job.c.run_at)
    .limit(bindparam("most"))
)
CLAIMABLE = WAITING.with_for_update(skip_locked=True)
TAKEN = (
    update(job)
    .where(job.c.id.in_(bindparam("ids", expanding=True)))
    .values(
        state=JobState.RUNNING.value,
        attempt=job.c.attempt + 1,
        is_open=1,
        lease_owner=bindparam("owner"),
        lease_token=job.c.lease_token + 1,
        lease_until=bindparam("until"),
    )
)
DONE = (
    update(job)
    .where(job.c.id == bindparam("the_id"), job.c.lease_token == bindparam("the_token"), is_running)
    .values(state=JobState.DONE.value, finished_at=bindparam("now"), is_open=0, lease_until=None)
)
HELD = Lookup(
    lambda dialect: (
        select(job.c.id, job.c.lease_token)
        .where(among(dialect, job.c.id), is_running)
        .order_by(job.c.id)
        .with_for_update()
    )
)
READY_AT = select(func.min(job.c.run_at)).where(is_ready)
LAPSE_AT = select(func.min(job.c.lease_until)).where(is_running)


def enqueue(work: Work, jobs: Iterable[Job]) -> None:
    """Enqueue jobs; a key that is known already stays as it is."""
    rows = [job_row(one, work.now) for one in jobs]
    if rows:
        ENQUEUE.run(work.tx, rows)
        work.job_is_ready(min(row["run_at"] for row in rows))


def claim(work: Work, owner: str, until: datetime, most: int) -> list[Lease]:
    """Take ready jobs, and those whose lease ran out, under a lease with a new token."""
    return _take(work, CLAIMABLE, owner, until, most)


def claim_one(work: Work, owner: str, until: datetime, key: str) -> list[Lease]:
    """The same for one job, if it is free."""
    return _take(work, CLAIMABLE.where(job.c.key == key), owner, until, 1)


def look_claimable(work: Work, most: int) -> list[Job]:
    """What could be claimed, left in the book."""
    rows = work.tx.execute(WAITING, {"now": work.now, "most": most})
    return [job_of(row) for row in rows]


def set_aside(work: Work, key: str, run_at: datetime, why: str) -> None:
    """A job that could not be prepared, and is in nobody's hands, is tried again later."""
    free = or_(is_ready, is_running & (job.c.lease_until <= work.now))
    values = {"state": JobState.READY.value, "run_at": run_at, "planned_at": work.now}
    later = update(job).where(job.c.key == key, free)
    work.tx.execute(later.values(**values, last_error=why, lease_until=None))


def park(work: Work, key: str, why: str) -> None:
    """A job that nobody will try again before Runcard is started anew."""
    values = {"state": JobState.PARKED.value, "finished_at": work.now, "last_error": why}
    work.tx.execute(update(job).where(job.c.key == key).values(**values, lease_until=None))


def put_back(work: Work, keys: Sequence[str]) -> None:
    """Parked jobs are tried again."""
    parked = update(job).where(job.c.key.in_(keys), job.c.state == JobState.PARKED.value)
    values = {"state": JobState.READY.value, "run_at": work.now, "planned_at": work.now}
    work.tx.execute(parked.values(**values, finished_at=None))
    work.job_is_ready(work.now)


def held_among(work: Work, leases: Sequence[Lease]) -> set[Lease]:
    """Those of the leases that are still ours, held until this unit commits."""
    rows = HELD.rows(work.tx, [lease.job_id for lease in leases])
    tokens = {row.id: row.lease_token for row in rows}
    return {lease for lease in leases if tokens.get(lease.job_id) == lease.token}


def _take(
    work: Work, claimable: Select[Any], owner: str, until: datetime, most: int
) -> list[Lease]:
    rows = work.tx.execute(claimable, {"now": work.now, "most": most}).all()
    return taken(work, rows, owner, until)


def taken(work: Work, rows: Sequence[Row[Any]], owner: str, until: datetime) -> list[Lease]:
    """Rows that this unit holds, under a lease with a new token."""
    if not rows:
        return []
    ids = [row.id for row in rows]
    work.tx.execute(TAKEN, {"ids": ids, "owner": owner, "until": until})
    return [leased(row, until) for row in rows]


def renew(work: Work, leases: Sequence[Lease], until: datetime) -> None:
    """Keep jobs in our hands a little longer; a lost one stays lost."""
    for lease in leases:
        work.tx.execute(update(job).where(held(lease)).values(lease_until=until))


def finish(work: Work, leases: Sequence[Lease]) -> None:
    """The jobs are carried out. One that another worker has taken over meanwhile stays theirs."""
    if not leases:
        return
    rows = [{"the_id": lease.job_id, "the_token": lease.token, "now": work.now} for lease in leases]
    work.tx.execute(DONE, rows)


def give_up(work: Work, lease: Lease, why: str) -> bool:
    """The job will not be carried out; it stays in the book with its reason. False when another
    worker has taken it over meanwhile."""
    values = {"state": JobState.DEAD.value, "finished_at": work.now, "is_open": 0}
    dead = update(job).where(held(lease)).values(**values, last_error=why, lease_until=None)
    return work.tx.execute(dead).rowcount == 1


def postpone(work: Work, lease: Lease, run_at: datetime, why: str) -> bool:
    """Try again later. False when another worker has taken it over meanwhile."""
    values = {"state": JobState.READY.value, "run_at": run_at, "planned_at": work.now}
    later = update(job).where(held(lease)).values(**values, is_open=0, lease_until=None)
    changed = work.tx.execute(later.values(last_error=why))
    work.job_is_ready(run_at)
    return changed.rowcount == 1


def hasten(work: Work, subject: str) -> bool:
    """Bring the subject's next waiting job forward to now. False when there is none."""
    return _hasten(work, waiting_of(subject)) or has_waiting(work, subject)


def hasten_untried(work: Work, subject: str) -> None:
    """The same for a job that nobody has tried yet; those that were tried keep their back-off."""
    _hasten(work, waiting_of(subject).where(job.c.attempt == 0))


def waiting_of(subject: str) -> Select[Any]:
    """The subject's next waiting job."""
    return (
        select(job.c.id).where(job.c.subject == subject, is_ready).order_by(job.c.run_at).limit(1)
    )


def _hasten(work: Work, first: Select[Any]) -> bool:
    soonest = update(job).where(job.c.id == first.scalar_subquery())
    changed = work.tx.execute(soonest.values(run_at=work.now, planned_at=work.now))
    work.job_is_ready(work.now)
    return changed.rowcount == 1


def has_waiting(work: Work, subject: str) -> bool:
    """Whether the subject has a job that is not done yet."""
    unfinished = select(job.c.id).where(job.c.subject == subject, or_(is_ready, is_running))
    return work.tx.execute(unfinished.limit(1)).first() is not None


def withdraw(work: Work, subjects: Sequence[str]) -> None:
    """Take back the jobs of subjects that are in nobody's hands yet; what is being sent is beyond
    recall."""
    waiting = (
        select(job.c.id)
        .where(job.c.subject.in_(subjects), is_ready)
        .with_for_update(skip_locked=True)
    )
    cancelled = {"state": JobState.CANCELLED.value, "finished_at": work.now}
    work.tx.execute(update(job).where(job.c.id.in_(waiting.scalar_subquery())).values(**cancelled))


def release_all(work: Work) -> int:
    """Free every lease: on SQLite the former owner is known dead when we start."""
    changed = work.tx.execute(update(job).where(is_running).values(lease_until=work.now))
    return int(changed.rowcount)


def next_at(work: Work) -> datetime | None:
    """When the earliest job is ready, or the earliest lease runs out."""
    ready_at = work.tx.scalar(READY_AT)
    lapse_at = work.tx.scalar(LAPSE_AT)
    return min((at for at in (ready_at, lapse_at) if at is not None), default=None)


def held(lease: Lease) -> Any:
    """The row, if it is still in this worker's hands."""
    return (job.c.id == lease.job_id) & (job.c.lease_token == lease.token) & is_running


def leased(row: Row[Any], until: datetime) -> Lease:
    """What the claim turned the row into."""
    token = row.lease_token + 1
    return Lease(job_of(row), row.id, row.attempt + 1, token, until, bool(row.is_open))


def job_of(row: Row[Any]) -> Job:
    """The noun a row stands for."""
    said = (row.key, row.kind, row.subject, row.run_at, row.generation, row.step)
    return Job(*said, Ambiguous(row.ambiguous), row.destination)


def job_row(one: Job, now: datetime) -> dict[str, Any]:
    """The columns of a job that is planned now, and that nobody holds yet."""
    return {
        "key": one.key,
        "kind": one.kind,
        "subject": one.subject,
        "run_at": one.run_at,
        "generation": one.generation,
        "step": one.step,
        "state": JobState.READY.value,
        "attempt": 0,
        "is_open": 0,
        "lease_token": 0,
        "ambiguous": one.ambiguous.value,
        "planned_at": now,
        "destination": one.destination,
    }
