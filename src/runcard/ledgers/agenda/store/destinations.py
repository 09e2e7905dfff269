"""Jobs that go to the same place: taken together, or put off together."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update

from runcard.db.work import Work
from runcard.ledgers.agenda.model import JobState, Lease
from runcard.ledgers.agenda.store.jobs import is_ready, job, taken

# What was tried already says again what it said, and is carried out by itself.
DUE = (
    select(job)
    .where(
        job.c.destination == bindparam("destination"),
        job.c.run_at <= bindparam("now"),
        job.c.attempt == 0,
        is_ready,
    )
    .order_by(job.c.run_at)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)


def claim_beside(
    work: Work, destination: str, owner: str, until: datetime, most: int
) -> list[Lease]:
    """Take what else is due for a place."""
    asked = {"destination": destination, "now": work.now, "most": most}
    return taken(work, work.tx.execute(DUE, asked).all(), owner, until)


def put_off(work: Work, destination: str, until: datetime) -> int:
    """Whatever is due for a place before a moment is due then; returns how much that is."""
    sooner = (
        update(job)
        .where(job.c.destination == destination, job.c.run_at < until, job.c.attempt == 0, is_ready)
        .values(run_at=until, planned_at=work.now)
    )
    waiting = int(work.tx.execute(sooner).rowcount)
    if waiting:
        work.job_is_ready(until)
    return waiting


def give_back(work: Work, leases: Sequence[Lease], run_at: datetime) -> None:
    """Leases that this unit took, and nothing was begun under: they are due later."""
    if not leases:
        return
    ids = [lease.job_id for lease in leases]
    values = {"state": JobState.READY.value, "attempt": job.c.attempt - 1, "is_open": 0}
    later = update(job).where(job.c.id.in_(ids)).values(**values, lease_until=None)
    work.tx.execute(later.values(run_at=run_at, planned_at=work.now))
    work.job_is_ready(run_at)
