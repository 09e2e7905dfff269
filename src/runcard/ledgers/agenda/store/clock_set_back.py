"""After the clock was set back: what was planned keeps the wait that was meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import BigInteger, Table, select, type_coerce, update

from runcard.db.metadata import to_micros
from runcard.db.work import Work
from runcard.ledgers.agenda.model import Timer
from runcard.ledgers.agenda.rules import HOLD, JUMP
from runcard.ledgers.agenda.store.jobs import is_ready, is_running, job
from runcard.ledgers.agenda.store.timers import timer, timer_of


@dataclass(frozen=True, slots=True)
class PlannedAhead:
    """A timer planned at a moment that still lies ahead, by so much: the clock was set back."""

    timer: Timer
    shift: timedelta


def planned_ahead(work: Work) -> Sequence[PlannedAhead]:
    """The timers that a clock has planned which was set back since."""
    ahead = select(timer).where(timer.c.planned_at > work.now + JUMP)
    return [
        PlannedAhead(timer_of(row), row.planned_at - work.now) for row in work.tx.execute(ahead)
    ]


def catch_up(work: Work) -> int:
    """Such timers and jobs get the wait that was meant, counted from now, and no lease lasts longer
    than one that is taken now. Doing it twice changes nothing, so every node may. Returns how many
    timers and jobs there were."""
    moved = _move(work, timer, "due_at") + _move(work, job, "run_at")
    too_long = is_running & (job.c.lease_until > work.now + HOLD + JUMP)
    work.tx.execute(update(job).where(too_long).values(lease_until=work.now + HOLD))
    if moved:
        work.timer_is_armed(work.now)
        work.job_is_ready(work.now)
    return moved


def _move(work: Work, table: Table, due: str) -> int:
    due_at, planned_at = (type_coerce(table.c[name], BigInteger) for name in (due, "planned_at"))
    ahead = update(table).where(table.c.planned_at > work.now + JUMP)
    if table is job:
        ahead = ahead.where(is_ready)
    meant = {due: due_at - planned_at + to_micros(work.now), "planned_at": work.now}
    return int(work.tx.execute(ahead.values(**meant)).rowcount)
