"""The dev phone: each message as it was sent, the newest first."""

from dataclasses import dataclass

from runcard.db.work import Work
from runcard.domain.incidents.model import Incident
from runcard.domain.incidents.queries import incidents_by_id
from runcard.domain.paging.model import Attempt, Page
from runcard.domain.paging.queries import messages_by, pages
from runcard.domain.people.model import Person
from runcard.flows.house import House
from runcard.flows.rungs import known

DEV_PHONE = "dev_phone"


@dataclass(frozen=True, slots=True)
class PhoneMessage:
    """A message, the page it belongs to, whose phone it is, and what it is about."""

    attempt: Attempt
    page: Page
    person: Person
    incident: Incident


def messages_on_phone(work: Work, house: House, limit: int) -> tuple[PhoneMessage, ...]:
    """The newest messages of the dev phone."""
    attempts = messages_by(work, DEV_PHONE, limit)
    asked = pages(work, sorted({attempt.page_id for attempt in attempts}))
    about = incidents_by_id(work, sorted({page.incident_id for page in asked.values()}))
    messages = []
    for attempt in attempts:
        page = asked[attempt.page_id]
        incident = about[page.incident_id]
        card = house.deck.card(work, incident.playbook_id)
        messages.append(PhoneMessage(attempt, page, known(card, page.person_id), incident))
    return tuple(messages)
