"""What is said about an incident changes; the first such word is a response."""

from runcard.db.work import Work
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident, State, Status
from runcard.domain.incidents.rules import called_again_at
from runcard.flows.house import ENGINE, House
from runcard.flows.incident_is_resolved import incident_is_resolved
from runcard.flows.rungs import escalations_begin
from runcard.ledgers.agenda.store import timers


def status_is_changed(work: Work, house: House, ref: str, status: Status, why: str) -> Incident:
    """Raises Conflict for a change that makes no sense."""
    if status is Status.RESOLVED:
        return incident_is_resolved(work, house, ref, why)
    incident = incidents.held(work, ref)
    incidents.change_status(work, incident, status, why)
    incidents.respond(work, incident.id)
    if incident.status is Status.MONITORING and incident.state is State.OPEN:
        with work.acting(ENGINE):
            watching_is_over(work, house, incident)
    return incidents.held(work, incident.id)


def watching_is_over(work: Work, house: House, incident: Incident) -> None:
    """It was left to end by itself, nobody has it, and now it goes on: somebody is called again."""
    again = incidents.begin_anew(work, incident.id, called_again_at(incident, work.now))
    timers.withdraw(work, [incident.id])
    card = house.deck.card(work, incident.playbook_id)
    if house.deck.promises(card, incident.severity).pages:
        escalations_begin(work, house.deck, [again])
