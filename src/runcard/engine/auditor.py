"""No dead ends: every open incident that nobody answered has a next step, or is given one."""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from runcard.db.work import Work
from runcard.domain.paging.queries import adrift_after
from runcard.flows.escalation_is_mended import escalations_are_mended
from runcard.flows.house import House
from runcard.flows.tally import Counted
from runcard.kernel.errors import Unavailable
from runcard.kernel.ids import IncidentId
from runcard.ledgers.agenda.modules import Module
from runcard.ledgers.agenda.store import modules

log = structlog.get_logger()
# One look is over before a page could notice it; the next one goes on where it ended.
WINDOW = 1000
AUDIT_SECONDS = 30.0


@dataclass(slots=True)
class Auditor:
    """Walks over the open incidents, a window at a time."""

    house: House
    _after: int = 0

    def once(self) -> int:
        """Look at the next window; how many there were to look at, and 0 when all were seen."""
        window = self.house.read(lambda work: adrift_after(work, self._after, WINDOW))
        # Where the next look begins is settled first: one that fails is not tried for ever.
        self._after = window.last
        self._mend(window.suspects)
        return window.size if window.last else 0

    def _mend(self, suspects: Sequence[IncidentId]) -> None:
        if not suspects:
            return
        try:
            self._told(self.house.write(lambda work: self._mended(work, suspects)))
        except Unavailable:
            raise
        except Exception as fault:  # one bad incident: leave it, and mend the others
            log.error("an incident could not be looked at", why=repr(fault))
            for one in suspects:
                self._mend_alone(one)

    def _mend_alone(self, one: IncidentId) -> None:
        try:
            self._told(self.house.write(lambda work: self._mended(work, [one])))
        except Unavailable:
            raise
        except Exception as fault:  # the audit outlives what it finds
            log.error("an incident has no next step", incident=one, why=repr(fault))

    def _mended(self, work: Work, suspects: Sequence[IncidentId]) -> list[IncidentId]:
        modules.ensure_ours(work, Module.AUDIT)
        return escalations_are_mended(work, self.house, suspects)

    def _told(self, mended: Sequence[IncidentId]) -> None:
        for one in mended:
            log.error("an incident had no next step; its escalation begins anew", incident=one)
            self.house.tally.count(Counted.MENDED)
