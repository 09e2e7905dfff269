"""Pages are due: write the attempts down, send outside any transaction, write the outcomes down."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from runcard.db.work import Work
from runcard.domain.escalation import actions as escalation
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident
from runcard.domain.incidents.queries import incidents_by_id
from runcard.domain.paging import actions as paging
from runcard.domain.paging.actions import Finished
from runcard.domain.paging.model import Attempt, Message, Page, Receipt, Refused
from runcard.domain.paging.queries import messages_by_key, pages
from runcard.domain.paging.rules import plan, still_needed
from runcard.domain.paging.words import words_for
from runcard.domain.people.model import Way
from runcard.flows.house import House
from runcard.flows.rungs import known
from runcard.flows.words_of_a_page import Surroundings, situation_of, surroundings_of
from runcard.ledgers.agenda.model import Lease
from runcard.ledgers.agenda.modules import Module
from runcard.ledgers.agenda.store import jobs, modules

NO_WAY = Way("none", "")


@dataclass(frozen=True, slots=True)
class Sending:
    """A claimed job with its attempt, written down and ready to leave."""

    lease: Lease
    attempt: Attempt
    incident: Incident


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim with everything its messages are made of, looked up once for all of it."""

    pages: Mapping[str, Page]
    incidents: Mapping[str, Incident]
    said_before: Mapping[str, Message]
    around: Surroundings

    def about(self, lease: Lease) -> tuple[Page, Incident] | None:
        """The page and the incident of a job, if the page is still needed."""
        page = self.pages.get(lease.job.subject)
        incident = None if page is None else self.incidents.get(page.incident_id)
        if page is None or incident is None or not still_needed(page.state, incident.state):
            return None
        return page, incident


def begun(work: Work, house: House, leases: Sequence[Lease]) -> list[Sending]:
    """The messages of what was claimed, their attempts written down."""
    if not leases:
        return []
    modules.ensure_ours(work, Module.DELIVER)
    claimed = look_up(work, leases)
    needless = [lease for lease in leases if claimed.about(lease) is None]
    sendings = [prepared(work, house, lease, claimed) for lease in leases if lease not in needless]
    jobs.finish(work, needless)
    paging.start_attempts(work, [sending.attempt for sending in sendings])
    return sendings


def look_up(work: Work, leases: Sequence[Lease]) -> Claimed:
    """Pages, incidents, alerts and what is ahead, for a whole claim."""
    asked = pages(work, sorted({lease.job.subject for lease in leases}))
    about = incidents_by_id(work, sorted({page.incident_id for page in asked.values()}))
    again = [lease.job.key for lease in leases if lease.attempt > 1]
    said = messages_by_key(work, again) if again else {}
    return Claimed(asked, about, said, surroundings_of(work, list(about.values())))


def prepared(work: Work, house: House, lease: Lease, claimed: Claimed) -> Sending:
    """The message for one way of one page; another try says what the first one said."""
    found = claimed.about(lease)
    assert found is not None
    page, incident = found
    card = house.deck.card(work, incident.playbook_id)
    person = known(card, page.person_id)
    tries = plan(person, urgent=True)
    way = tries[lease.job.step].way if lease.job.step < len(tries) else NO_WAY
    said = claimed.said_before.get(lease.job.key)
    if said is None:
        situation = situation_of(house, page, incident, card, claimed.around)
        said = words_for(situation, way, lease.job.key)
    attempt = Attempt(page.id, lease.attempt, way, said, work.now, person=person.name)
    return Sending(lease, attempt, incident)


def due_pages(work: Work, house: House, most: int, but: Collection[str]) -> list[Sending]:
    """What would be claimed if anything could be written, as it would be sent; `but` are the keys
    of those that have left."""
    due = [
        Lease(job, 0, 1, 0, work.now, was_open=False)
        for job in jobs.look_claimable(work, most + len(but))
        if job.kind == paging.PAGE and job.key not in but
    ]
    claimed = look_up(work, due)
    return [prepared(work, house, one, claimed) for one in due if claimed.about(one) is not None]


def still_ours(work: Work, sending: Sending) -> bool:
    """Whether a sending that was held up may leave: its lease is ours, and its page is needed."""
    lease = sending.lease
    return bool(jobs.held_among(work, [lease])) and look_up(work, [lease]).about(lease) is not None


def send(house: House, sending: Sending) -> Receipt:
    """Touch the world; never inside a transaction, never raises."""
    kind = sending.attempt.way.kind
    notifier = house.notifiers.get(kind)
    if notifier is None:
        names = ", ".join(sorted(house.notifiers)) or "none"
        return Refused(f"{kind} is not set up here; set up are: {names}")
    return notifier.send(sending.attempt.message, house.http)


def finished(sending: Sending, receipt: Receipt) -> Finished:
    """A sending that has come back."""
    return Finished(sending.incident.id, sending.lease, sending.attempt, receipt)


def pages_were_sent(work: Work, back: Sequence[Finished]) -> Sequence[Finished]:
    """Write outcomes down; where no way to a person is left, the next level is told now. What came
    back after its lease was lost is another worker's story by now, and changes nothing."""
    incidents.held_together(work, sorted({one.incident_id for one in back}))
    ours = jobs.held_among(work, [one.lease for one in back])
    for one in paging.finish_attempts(work, [one for one in back if one.lease in ours]):
        escalation.hurry(work, one.incident_id)
    return back
