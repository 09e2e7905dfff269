"""A person confirms or chooses the severity: clocks and escalation follow the new one."""

from runcard.db.work import Work
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident, State
from runcard.domain.paging import actions as paging
from runcard.domain.paging.model import PageState
from runcard.domain.paging.queries import pages_of
from runcard.flows.house import ENGINE, House
from runcard.flows.incident_is_declared import level_of
from runcard.flows.rungs import escalation_goes_on, escalations_begin
from runcard.ledgers.agenda.store import timers


def severity_is_set(work: Work, house: House, ref: str, key: str) -> Incident:
    """The later levels of the new severity come into force; a level that wakes nobody stops the
    pager. Raises Invalid for a severity the document does not have."""
    incident = incidents.held(work, ref)
    card = house.deck.card(work, incident.playbook_id)
    severity = level_of(card, key)
    incidents.set_severity(work, incident, severity)
    if incident.severity == severity:
        return incidents.held(work, incident.id)
    with work.acting(ENGINE):
        follow(work, house, incident, severity)
    return incidents.held(work, incident.id)


def follow(work: Work, house: House, incident: Incident, severity: str) -> None:
    """The escalation goes on by the new severity's chain, its waits counted as before. Whoever is
    being called is not called twice for it."""
    again = incidents.begin_anew(work, incident.id, since=incident.escalating_since)
    timers.withdraw(work, [incident.id])
    card = house.deck.card(work, incident.playbook_id)
    if house.deck.promises(card, severity).pages:
        if any(page.state is PageState.OPEN for page in pages_of(work, incident.id)):
            escalation_goes_on(work, house.deck, again)
        else:
            escalations_begin(work, house.deck, [again])
    elif incident.state is State.OPEN:
        paging.end_pages(work, incident.id, PageState.WITHDRAWN)
