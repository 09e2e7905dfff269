"""A page is answered by its signed link: the token is the permission."""

from dataclasses import dataclass

from runcard.db.work import Work
from runcard.domain.incidents.model import Incident, State
from runcard.domain.incidents.queries import incident as incident_named
from runcard.domain.paging.model import Page
from runcard.domain.paging.queries import page as page_named
from runcard.domain.people.model import Person
from runcard.flows.briefing import Briefing
from runcard.flows.briefings import brief
from runcard.flows.house import ENGINE, House
from runcard.flows.incident_is_acknowledged import incident_is_acknowledged
from runcard.flows.rungs import known
from runcard.kernel.actor import Person as PersonActing
from runcard.kernel.permission import Permission, open_to_everyone

MAY = frozenset({Permission.READ, Permission.RESPOND})


@dataclass(frozen=True, slots=True)
class PageBehind:
    """What stands behind a link, before anything is pressed."""

    page: Page
    person: Person
    briefing: Briefing


@dataclass(frozen=True, slots=True)
class Answered:
    """`already` names who had it before; None when this press acknowledged."""

    incident: Incident
    person: Person
    already: str | None


@open_to_everyone
def page_behind_link(work: Work, house: House, token: str) -> PageBehind:
    """Changes nothing. Raises NotFound for a link we did not sign."""
    page_id = house.links.page_of(token)
    with work.acting(ENGINE):
        page = page_named(work, page_id)
        briefing = brief(work, house, page.incident_id)
    return PageBehind(page, known(briefing.card, page.person_id), briefing)


@open_to_everyone
def page_is_answered(work: Work, house: House, token: str) -> Answered:
    """Acknowledge as the person the page was sent to; the second press says who has it."""
    page_id = house.links.page_of(token)
    with work.acting(ENGINE):
        page = page_named(work, page_id)
        incident = incident_named(work, page.incident_id)
        card = house.deck.card(work, incident.playbook_id)
    person = known(card, page.person_id)
    if incident.state is not State.OPEN:
        return Answered(incident, person, incident.acknowledged_by or "the clear of its alerts")
    with work.acting(PersonActing(person.name, MAY)):
        taken = incident_is_acknowledged(work, house, incident.id, "link")
    return Answered(taken, person, None)
