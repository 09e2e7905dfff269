"""Reads of reviews."""

from runcard.db.work import Work
from runcard.domain.reviews import store
from runcard.domain.reviews.model import Review
from runcard.kernel.ids import IncidentId
from runcard.kernel.permission import Permission, require


def review_of(work: Work, incident_id: IncidentId) -> Review | None:
    """The review of an incident, once it is drafted."""
    require(work.actor, Permission.READ)
    return store.of_incident(work, incident_id)
