"""Due timers → their flow, in one transaction; a dying node's transaction rolls back."""

from dataclasses import dataclass, field

import structlog

from runcard.db.work import Work
from runcard.engine.setting_aside import SettingAside
from runcard.flows.house import House
from runcard.flows.table import TIMERS
from runcard.kernel.errors import Conflict, Unavailable
from runcard.ledgers.agenda.model import Timer
from runcard.ledgers.agenda.modules import Module
from runcard.ledgers.agenda.store import modules
from runcard.ledgers.agenda.store import timers as agenda

log = structlog.get_logger()
MOST_TIMERS = 200


@dataclass(slots=True)
class Fire:
    """Decides what is due."""

    house: House
    aside: SettingAside = field(init=False)

    def __post_init__(self) -> None:
        self.aside = SettingAside(self.house)

    def once(self) -> int:
        """Decide one batch; returns how many timers were taken."""
        try:
            return self.house.write(self._batch)
        except Unavailable:
            raise
        except Exception as fault:  # one bad timer: find it, set it aside, decide the others
            log.error("a timer could not be decided", why=repr(fault))
            return self._one_by_one()

    def _batch(self, work: Work) -> int:
        timers = agenda.take_due(work, MOST_TIMERS)
        for kind in sorted({timer.kind for timer in timers}):
            self._decide(work, kind, [timer for timer in timers if timer.kind == kind])
        return len(timers)

    def _one_by_one(self) -> int:
        due = self.house.read(lambda work: agenda.look_due(work, MOST_TIMERS))
        for timer in due:
            self._alone(timer)
        return len(due)

    def _alone(self, timer: Timer) -> None:
        def taken(work: Work) -> None:
            if (mine := agenda.take(work, timer.key)) is not None:
                self._decide(work, mine.kind, [mine])

        try:
            self.house.write(taken)
        except Exception as fault:  # the loop outlives a poisoned row
            self.aside.timer(timer, fault)

    def _decide(self, work: Work, kind: str, timers: list[Timer]) -> None:
        modules.ensure_ours(work, Module.FIRE)
        flow = TIMERS.get(kind)
        if flow is None:
            raise Conflict(
                f"This version knows no timer of the kind {kind}; it waits for one that does"
            )
        flow(work, self.house, timers)
