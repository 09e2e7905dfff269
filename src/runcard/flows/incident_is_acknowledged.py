"""Somebody has it: the pages stop, the levels whose condition is silence never come."""

from runcard.db.work import Work
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident
from runcard.domain.paging import actions as paging
from runcard.domain.paging.model import PageState
from runcard.flows.house import House


def incident_is_acknowledged(work: Work, house: House, ref: str, through: str) -> Incident:
    """Raises Conflict, naming who has it, when somebody was quicker. The timer of the next level
    stays armed: when it is due, the level's own condition decides."""
    incident = incidents.held(work, ref)
    incidents.acknowledge(work, incident, work.actor.label, through)
    paging.end_pages(work, incident.id, PageState.ANSWERED)
    return incidents.held(work, incident.id)
