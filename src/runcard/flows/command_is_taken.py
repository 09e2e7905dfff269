"""Somebody takes command; taking a role is a response."""

from runcard.db.work import Work
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident
from runcard.flows.house import House

COMMANDER = "commander"


def command_is_taken(work: Work, house: House, ref: str, person: str) -> Incident:
    """The person commands from now on."""
    incident = incidents.held(work, ref)
    incidents.take_command(work, incident, COMMANDER, person)
    incidents.respond(work, incident.id)
    return incidents.held(work, incident.id)
