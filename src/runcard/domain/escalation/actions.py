"""Arm the next level of an escalation, and hurry it."""

from collections.abc import Sequence
from datetime import datetime

from runcard.db.work import Work
from runcard.kernel.ids import IncidentId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda.model import Timer
from runcard.ledgers.agenda.store import timers

ESCALATE = "escalate"


def arm(work: Work, rungs: Sequence[Timer]) -> None:
    """The next levels are told in their turn."""
    require(work.actor, Permission.RESPOND)
    timers.arm(work, rungs)


def hurry(work: Work, incident_id: IncidentId) -> None:
    """Nobody was reached: the next level is told now."""
    require(work.actor, Permission.RESPOND)
    timers.bring_forward(work, incident_id, ESCALATE)


def rung(incident_id: IncidentId, generation: int, step: int, due_at: datetime) -> Timer:
    """The timer of one level; its key makes arming twice harmless."""
    key = f"{ESCALATE}:{incident_id}:{generation}:{step}"
    return Timer(key, ESCALATE, incident_id, due_at, generation, step)
