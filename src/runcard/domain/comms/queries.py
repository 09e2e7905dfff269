"""What was said."""

from runcard.db.work import Work
from runcard.domain.comms import store
from runcard.domain.comms.model import Update
from runcard.kernel.ids import IncidentId
from runcard.kernel.permission import Permission, require


def updates_of(work: Work, incident_id: IncidentId) -> list[Update]:
    """The updates of an incident, oldest first."""
    require(work.actor, Permission.READ)
    return store.of_incident(work, incident_id)
