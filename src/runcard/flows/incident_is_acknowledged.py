"""Somebody has it: the pages stop, the levels whose condition is silence never come."""

from dataclasses import dataclass

from runcard.db.work import Work
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident
from runcard.domain.incidents.refs import known_form, shown
from runcard.domain.paging import actions as paging
from runcard.domain.paging.model import PageState
from runcard.flows.house import House
from runcard.flows.spool_records import took
from runcard.kernel.actor import Actor
from runcard.kernel.errors import Unavailable
from runcard.kernel.permission import Permission, require


@dataclass(frozen=True, slots=True)
class AcknowledgementKept:
    """The database is away: it is on disk, and told to the incident when the database is back."""

    ref: str
    by: str

    @property
    def next(self) -> str:
        """What happens now, for whoever acknowledged."""
        return (
            f"It counts from now, and is told to {self.ref} when Runcard's database is back. "
            "Nothing could be looked up: check the number. Look at the service itself, and at "
            "Runcard's database"
        )


def incident_is_acknowledged(work: Work, house: House, ref: str, through: str) -> Incident:
    """Raises Conflict, naming who has it, when somebody was quicker. The timer of the next level
    stays armed: when it is due, the level's own condition decides."""
    incident = incidents.held(work, ref)
    incidents.acknowledge(work, incident, work.actor.label, through)
    paging.end_pages(work, incident.id, PageState.ANSWERED)
    return incidents.held(work, incident.id)


def acknowledgement_is_kept(house: House, by: Actor, ref: str, through: str) -> AcknowledgementKept:
    """The database cannot take it, and nobody else may be called for that. Raises Forbidden as the
    database would, NotFound for what names no incident, Unavailable when it cannot be kept."""
    require(by, Permission.READ)
    require(by, Permission.RESPOND)
    named = shown(known_form(ref))
    if house.shelter is None:
        raise Unavailable("The database is away, and there is no spool; call your team yourself")
    house.shelter.take(took(by, named, through, house.clock.now()))
    return AcknowledgementKept(named, by.label)
