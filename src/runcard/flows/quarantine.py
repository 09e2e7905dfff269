"""A copy of the database: what was planned in it waits until a person says so.

The other one may be alive, and then it is the one that pages. What comes now was meant for here: an
alert that is posted to the copy wakes somebody, also about an incident that stands still.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from runcard.db.work import Work
from runcard.domain.alerts.model import Fold, Recorded
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident, State, Status
from runcard.ledgers.agenda.model import Quarantined
from runcard.ledgers.agenda.store import quarantine

FIRES = {Fold.NEW, Fold.AGAIN}
BEGUN = (
    "this database is a copy: what was planned in it waits until somebody says "
    "`runcard db release`; new alerts page as ever"
)
ENDED = "the quarantine is over: what was planned is carried out"
log = structlog.get_logger()


@dataclass(slots=True)
class Quarantine:
    """What this process knows of it; the database has the truth."""

    now: Quarantined | None = None

    def look_again(self, work: Work) -> None:
        """Another process may have begun it, or ended it: what changed is said once."""
        before, self.now = self.now, quarantine.look(work)
        if before is None and self.now is not None:
            log.warning(BEGUN, since=f"{self.now.since:%Y-%m-%d %H:%M} UTC", why=self.now.why)
        elif before is not None and self.now is None:
            log.warning(ENDED)

    def left_after(self, work: Work, recorded: Sequence[Recorded]) -> list[Incident]:
        """The incidents that stood still until these alerts fired here, each with its escalation
        to begin anew. Those that somebody has, or only watches, need nobody."""
        if self.now is None:
            return []
        fires = {one.incident_id for one in recorded if one.fold in FIRES and one.incident_id}
        still = quarantine.among_quarantined(work, sorted(fires))
        if not still:
            return []
        quarantine.let_out(work, sorted(still))
        held = incidents.held_together(work, sorted(still))
        waiting = [one for one in held.values() if is_unanswered(one)]
        return [incidents.begin_anew(work, one.id) for one in waiting]


def is_unanswered(incident: Incident) -> bool:
    """Whether somebody must still be woken about it."""
    return incident.state is State.OPEN and incident.status is not Status.MONITORING
