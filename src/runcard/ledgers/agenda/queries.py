"""How the agenda stands: which nodes there are, how much is due, and how late it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from runcard.db.work import Work
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda.nodes import Node
from runcard.ledgers.agenda.store import jobs, nodes, timers
from runcard.ledgers.agenda.store.jobs import is_ready, job
from runcard.ledgers.agenda.store.timers import timer


@dataclass(frozen=True, slots=True)
class Load:
    """What is due and not done yet; the lag is the age of the oldest of it."""

    timers_due: int
    jobs_due: int
    jobs_waiting: int
    """Those that are due later, too."""
    timer_lag: timedelta
    job_lag: timedelta

    @property
    def lag(self) -> timedelta:
        return max(self.timer_lag, self.job_lag)


def nodes_known(work: Work) -> list[Node]:
    """Every node that signed in and did not sign out."""
    require(work.actor, Permission.READ)
    return nodes.known(work)


def load(work: Work) -> Load:
    """Counts and ages, by the database's clock."""
    require(work.actor, Permission.READ)
    due_timers = select(func.count()).select_from(timer).where(timer.c.due_at <= work.now)
    ready = select(func.count()).select_from(job).where(is_ready)
    return Load(
        timers_due=work.tx.scalar(due_timers) or 0,
        jobs_due=work.tx.scalar(ready.where(job.c.run_at <= work.now)) or 0,
        jobs_waiting=work.tx.scalar(ready) or 0,
        timer_lag=overdue(timers.next_at(work), work.now),
        job_lag=overdue(jobs.next_at(work), work.now),
    )


def engine_lag(work: Work) -> timedelta:
    """How late the oldest thing is that is due; asked often, so nothing is counted."""
    require(work.actor, Permission.READ)
    return max(overdue(ask(work), work.now) for ask in (timers.next_at, jobs.next_at))


def overdue(at: datetime | None, now: datetime) -> timedelta:
    """How long a moment is past; nothing where there is none, or it lies ahead."""
    return timedelta(0) if at is None else max(now - at, timedelta(0))
