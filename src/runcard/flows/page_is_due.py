"""A page is due: write the attempt down, send it outside any transaction, write the outcome down."""

from collections.abc import Mapping
from dataclasses import dataclass

from runcard.db.work import Work
from runcard.domain.escalation import actions as escalation
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident
from runcard.domain.incidents.queries import incidents_by_id
from runcard.domain.paging import actions as paging
from runcard.domain.paging.model import Attempt, Message, Page, Receipt, Refused
from runcard.domain.paging.queries import messages_by_key, pages
from runcard.domain.paging.rules import plan, still_needed
from runcard.domain.paging.words import words_for
from runcard.domain.people.model import Way
from runcard.flows.escalation_is_due import known
from runcard.flows.house import House
from runcard.flows.words_of_a_page import situation_of
from runcard.ledgers.agenda import store as agenda
from runcard.ledgers.agenda.model import Lease
from runcard.ledgers.agenda.rules import HOLD


@dataclass(frozen=True, slots=True)
class Sending:
    """A claimed job with its attempt, written down and ready to leave."""

    lease: Lease
    attempt: Attempt
    incident_id: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A claimed job with what it is about."""

    lease: Lease
    page: Page
    incident: Incident
    before: Mapping[str, Message]


NO_WAY = Way("none", "")


def claim_pages(work: Work, house: House, owner: str, most: int) -> list[Sending]:
    """Claim what is due under a lease and write the attempts down in the same commit. A page that
    is no longer needed is done without a word."""
    leases = agenda.claim(work, owner, work.now + HOLD, most)
    due = pages(work, sorted({lease.job.subject for lease in leases}))
    about = incidents_by_id(work, sorted({page.incident_id for page in due.values()}))
    before = messages_of(work, leases)
    sendings = []
    for lease in leases:
        page = due.get(lease.job.subject)
        incident = about.get(page.incident_id) if page is not None else None
        if page is None or incident is None or not still_needed(page.state, incident.state):
            agenda.finish(work, lease)
            continue
        sendings.append(prepared(work, house, Ready(lease, page, incident, before)))
    paging.start_attempts(work, [sending.attempt for sending in sendings])
    return sendings


def messages_of(work: Work, leases: list[Lease]) -> Mapping[str, Message]:
    """What earlier tries of the same attempts said: another try says the same."""
    again = [lease.job.key for lease in leases if lease.attempt > 1]
    return messages_by_key(work, again) if again else {}


def prepared(work: Work, house: House, ready: Ready) -> Sending:
    """The message for one way of one page."""
    page, incident, key = ready.page, ready.incident, ready.lease.job.key
    card = house.deck.card(work, incident.playbook_id)
    person = known(card, page.person_id)
    tries = plan(person, urgent=True)
    way = tries[ready.lease.job.step].way if ready.lease.job.step < len(tries) else NO_WAY
    said = ready.before.get(key)
    if said is None:
        said = words_for(situation_of(work, house, page, incident), way, key)
    attempt = Attempt(page.id, ready.lease.attempt, way, said, work.now, person=person.name)
    return Sending(ready.lease, attempt, incident.id)


def send(house: House, sending: Sending) -> Receipt:
    """Touch the world; never inside a transaction, never raises."""
    kind = sending.attempt.way.kind
    notifier = house.notifiers.get(kind)
    if notifier is None:
        names = ", ".join(sorted(house.notifiers)) or "none"
        return Refused(f"{kind} is not set up here; set up are: {names}")
    return notifier.send(sending.attempt.message, house.http)


def page_was_sent(work: Work, sending: Sending, receipt: Receipt) -> None:
    """Write the outcome down; when no way to the person is left, the next level is told now."""
    incident = incidents.held(work, sending.incident_id)
    paging.tell(work, incident.id, sending.attempt, receipt)
    if paging.finish_attempt(work, sending.lease, sending.attempt, receipt):
        escalation.hurry(work, incident.id)
