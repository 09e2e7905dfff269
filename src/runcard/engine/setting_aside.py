"""What the loops cannot carry out is set aside, so that it stands in nobody's way."""

from dataclasses import dataclass

import structlog

from runcard.flows.house import House
from runcard.flows.work_is_set_aside import job_is_set_aside, timer_is_set_aside
from runcard.kernel.errors import Unavailable
from runcard.ledgers.agenda.model import Job, Timer
from runcard.ledgers.agenda.rules import SET_ASIDE
from runcard.ledgers.agenda.store import jobs, timers

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class SettingAside:
    """A database that is away is nobody's own fault: then nothing is counted, and the loop waits.
    Where even the telling fails, the row is at least put off."""

    house: House

    def timer(self, timer: Timer, fault: Exception) -> None:
        """A timer could not be decided."""
        if isinstance(fault, Unavailable):
            raise fault
        why = repr(fault)
        log.error("timer set aside", key=timer.key, kind=timer.kind, why=why)
        try:
            self.house.write(lambda work: timer_is_set_aside(work, self.house, timer, why))
        except Exception as again:
            log.error("nobody could be told of it", key=timer.key, why=repr(again))
            self.house.write(lambda w: timers.push_back(w, timer.key, w.now + SET_ASIDE))

    def job(self, job: Job, fault: Exception) -> None:
        """A job could not be prepared, or its outcome not written."""
        if isinstance(fault, Unavailable):
            raise fault
        why = repr(fault)
        log.error("page set aside", key=job.key, why=why)
        try:
            self.house.write(lambda work: job_is_set_aside(work, self.house, job, why))
        except Exception as again:
            log.error("nobody could be told of it", key=job.key, why=repr(again))
            self.house.write(lambda w: jobs.set_aside(w, job.key, w.now + SET_ASIDE, why))
