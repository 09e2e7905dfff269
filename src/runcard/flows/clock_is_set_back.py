"""The clock was set back: every wait stays as long as it was meant to be."""

from runcard.db.work import Work
from runcard.domain.escalation.actions import ESCALATE
from runcard.domain.incidents import actions as incidents
from runcard.kernel.ids import IncidentId
from runcard.ledgers.agenda.store import clock_set_back


def clock_is_set_back(work: Work) -> int:
    """The incidents first, then their timers, as everywhere. Where the clock is as it was, nothing
    is found. Returns how many waits were planned anew."""
    shifts = {
        IncidentId(one.timer.subject): one.shift
        for one in clock_set_back.planned_ahead(work)
        if one.timer.kind == ESCALATE
    }
    if shifts:
        incidents.begin_earlier(work, shifts)
    return clock_set_back.catch_up(work)
