"""What is ahead of an incident if nobody acts."""

from runcard.db.work import Work
from runcard.domain.escalation.actions import ESCALATE
from runcard.kernel.ids import IncidentId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda import store as agenda
from runcard.ledgers.agenda.model import Timer


def next_rung(work: Work, incident_id: IncidentId, generation: int) -> Timer | None:
    """The level that is told next, and when."""
    require(work.actor, Permission.READ)
    rungs = [
        timer for timer in agenda.timers_of(work, [incident_id])
        if timer.kind == ESCALATE and timer.generation == generation
    ]
    return rungs[0] if rungs else None
