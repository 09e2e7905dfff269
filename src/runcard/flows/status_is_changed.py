"""What is said about an incident changes; the first such word is a response."""

from runcard.db.work import Work
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident, Status
from runcard.flows.house import House
from runcard.flows.incident_is_resolved import incident_is_resolved


def status_is_changed(work: Work, house: House, ref: str, status: Status, why: str) -> Incident:
    """Raises Conflict for a change that makes no sense."""
    if status is Status.RESOLVED:
        return incident_is_resolved(work, house, ref, why)
    incident = incidents.held(work, ref)
    incidents.change_status(work, incident, status, why)
    incidents.respond(work, incident.id)
    return incidents.held(work, incident.id)
