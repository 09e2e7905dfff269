"""Wall clock beside steady clock: where they part, somebody set the time, or the machine slept."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from runcard.db.work import Work
from runcard.flows.clock_is_set_back import clock_is_set_back
from runcard.flows.house import House
from runcard.kernel.clock import SystemClock
from runcard.ledgers.agenda.rules import JUMP
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import ClockJumped
from runcard.ledgers.timeline.store import INSTALL

log = structlog.get_logger()
# A database that takes this long to say the time says nothing about clocks.
SLOW_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """Both clocks at one moment."""

    wall: datetime
    steady: float


@dataclass(slots=True)
class ClockWatch:
    """Looks now and then; on PostgreSQL the wall clock is the server's."""

    house: House
    node: str
    steady: Callable[[], float] = time.monotonic
    _before: Reading | None = None

    def look(self) -> timedelta | None:
        """How far the clock jumped since the last look, if it did; written down, and what was
        planned by the clock as it was is planned anew."""
        reading, before = self._read(), self._before
        if reading is None:
            return None
        self._before = reading
        if before is None:
            return None
        gone = timedelta(seconds=reading.steady - before.steady)
        jump = reading.wall - before.wall - gone
        if abs(jump) <= JUMP:
            return None
        seconds = round(jump.total_seconds())
        log.warning("the clock jumped", seconds=seconds)
        self.house.write(lambda work: self._tell(work, seconds))
        return jump

    def _read(self) -> Reading | None:
        asked = self.steady()
        wall = self._wall()
        steady = self.steady()
        return Reading(wall, steady) if steady - asked < SLOW_SECONDS else None

    def _wall(self) -> datetime:
        db = self.house.db
        if db.clock is not None or db.engines.is_embedded:
            return (db.clock or SystemClock()).now()
        return self.house.read(lambda work: work.now)

    def _tell(self, work: Work, seconds: int) -> None:
        replanned = clock_is_set_back(work)
        timeline.write(work, INSTALL, ClockJumped(seconds, self.node, replanned))
