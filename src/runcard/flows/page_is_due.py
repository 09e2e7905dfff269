"""Pages are due: write the attempts down, send outside any transaction, write the outcomes down."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from runcard.db.work import Work
from runcard.domain.escalation import actions as escalation
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident
from runcard.domain.incidents.queries import incidents_by_id
from runcard.domain.incidents.rules import rank_of
from runcard.domain.paging import actions as paging
from runcard.domain.paging.actions import Finished
from runcard.domain.paging.model import Attempt, Message, Page, Receipt, Refused
from runcard.domain.paging.queries import messages_by_key, messages_telling, pages
from runcard.domain.paging.rules import plan, still_needed
from runcard.domain.paging.words import words_for
from runcard.domain.people.model import Way
from runcard.flows.answers_come_first import answers_come_first, taken_meanwhile
from runcard.flows.house import House
from runcard.flows.pages_leave_together import (
    Together,
    Turn,
    pages_leave_together,
    turn_is_taken,
)
from runcard.flows.rungs import known
from runcard.flows.words_of_a_page import Surroundings, others_of, situation_of, surroundings_of
from runcard.kernel.ids import IncidentId, PageId
from runcard.ledgers.agenda.model import Lease
from runcard.ledgers.agenda.modules import Module
from runcard.ledgers.agenda.store import jobs, modules

NO_WAY = Way("none", "")


@dataclass(frozen=True, slots=True)
class Sending:
    """Claimed jobs with the attempt that tells them, written down and ready to leave."""

    told: tuple[tuple[Lease, IncidentId], ...]
    """Each job with its incident; the first is the one that the message is about."""
    attempt: Attempt

    @property
    def lease(self) -> Lease:
        """That of the first."""
        return self.told[0][0]

    @property
    def leases(self) -> tuple[Lease, ...]:
        """All of them."""
        return tuple(lease for lease, _ in self.told)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim with everything its messages are made of, looked up once for all of it."""

    pages: Mapping[str, Page]
    incidents: Mapping[str, Incident]
    said_before: Mapping[str, Message]
    around: Surroundings

    def is_needed(self, lease: Lease) -> bool:
        """Whether the page of a job should still go out."""
        page = self.pages.get(lease.job.subject)
        incident = None if page is None else self.incidents.get(page.incident_id)
        return (
            page is not None and incident is not None and still_needed(page.state, incident.state)
        )

    def page(self, lease: Lease) -> Page:
        """The page of a job that is needed."""
        return self.pages[lease.job.subject]

    def incident(self, lease: Lease) -> Incident:
        """Its incident."""
        return self.incidents[self.page(lease).incident_id]


def begun(work: Work, house: House, owner: str, leases: Sequence[Lease]) -> list[Sending]:
    """The messages of what was claimed, their attempts written down."""
    if not leases:
        return []
    modules.ensure_ours(work, Module.DELIVER)
    answers_come_first(work, house)
    claimed = look_up(work, leases)
    needed = those_needed(work, leases, claimed)
    about = {
        lease: (claimed.incident(lease).title, how_bad(work, house, lease, claimed))
        for lease in needed
    }
    turn = Turn(owner, about, is_throttled=house.throttles_pages)
    sendings = [
        sending
        for together in pages_leave_together(work, turn, needed)
        for sending in written_down(work, house, together, claimed)
    ]
    paging.start_attempts(work, [sending.attempt for sending in sendings])
    return sendings


def written_down(
    work: Work, house: House, together: Together, claimed: Claimed
) -> Iterator[Sending]:
    """The message of what leaves together, the worst first; none where nothing of it is needed."""
    if any(lease.job.subject not in claimed.pages for lease in together.leases):
        claimed = look_up(work, together.leases)
    needed = those_needed(work, together.leases, claimed)
    needed.sort(key=lambda lease: (how_bad(work, house, lease, claimed), lease.job_id))
    if not needed:
        return
    turn_is_taken(work, together, [claimed.incident(lease).title for lease in needed])
    sending = prepared(work, house, replace(together, leases=tuple(needed)), claimed)
    if len(needed) > 1:
        keys = {lease.job.key: PageId(lease.job.subject) for lease in needed}
        paging.tell_together(work, sending.attempt.message.key, keys)
    yield sending


def those_needed(work: Work, leases: Sequence[Lease], claimed: Claimed) -> list[Lease]:
    """Those whose page is still needed; the others are done."""
    jobs.finish(work, [lease for lease in leases if not claimed.is_needed(lease)])
    return [lease for lease in leases if claimed.is_needed(lease)]


def how_bad(work: Work, house: House, lease: Lease, claimed: Claimed) -> int:
    """The rank of what a job is about; 0 is the worst."""
    incident = claimed.incident(lease)
    return rank_of(house.deck.card(work, incident.playbook_id), incident.severity)


def look_up(work: Work, leases: Sequence[Lease]) -> Claimed:
    """Pages, incidents, alerts and what is ahead, for a whole claim."""
    asked = pages(work, sorted({lease.job.subject for lease in leases}))
    about = incidents_by_id(work, sorted({page.incident_id for page in asked.values()}))
    said = said_before(work, [lease.job.key for lease in leases if lease.attempt > 1])
    return Claimed(asked, about, said, surroundings_of(work, list(about.values())))


def said_before(work: Work, again: Sequence[str]) -> dict[str, Message]:
    """What the first tries of some jobs said, by the key of the message."""
    if not again:
        return {}
    return messages_by_key(work, sorted({*again, *messages_telling(work, again).values()}))


def prepared(work: Work, house: House, together: Together, claimed: Claimed) -> Sending:
    """The message by one way for one page or several; another try says what the first one said."""
    lease = together.leases[0]
    page, incident = claimed.page(lease), claimed.incident(lease)
    card = house.deck.card(work, incident.playbook_id)
    person = known(card, page.person_id)
    tries = plan(person, urgent=True)
    way = tries[lease.job.step].way if lease.job.step < len(tries) else NO_WAY
    key = together.message or lease.job.key
    said = claimed.said_before.get(key)
    if said is None:
        situation = situation_of(house, page, incident, card, claimed.around)
        beside = [claimed.incident(one) for one in together.leases[1:]]
        others = others_of(work, house, beside, together.waiting)
        said = words_for(replace(situation, others=others), way, key)
    attempt = Attempt(page.id, lease.attempt, way, said, work.now, person=person.name)
    told = [(one, claimed.incident(one).id) for one in together.leases]
    return Sending(tuple(told), attempt)


def due_pages(work: Work, house: House, most: int, but: Collection[str]) -> list[Sending]:
    """What would be claimed if anything could be written, as it would be sent; `but` are the keys
    of those that have left."""
    due = [
        Lease(job, 0, 1, 0, work.now, was_open=False)
        for job in jobs.look_claimable(work, most + len(but))
        if job.kind == paging.PAGE and job.key not in but
    ]
    claimed = look_up(work, due)
    taken = taken_meanwhile(work, house)
    needed = [
        one for one in due if claimed.is_needed(one) and claimed.incident(one).id not in taken
    ]
    return [prepared(work, house, Together((one,)), claimed) for one in needed]


def still_ours(work: Work, sending: Sending) -> bool:
    """Whether a sending that was held up may leave: a lease of it is ours, and its page is
    needed."""
    ours = sorted(jobs.held_among(work, sending.leases), key=lambda lease: lease.job_id)
    claimed = look_up(work, ours)
    return any(claimed.is_needed(lease) for lease in ours)


def send(house: House, sending: Sending) -> Receipt:
    """Touch the world; never inside a transaction, never raises."""
    kind = sending.attempt.way.kind
    notifier = house.notifiers.get(kind)
    if notifier is None:
        names = ", ".join(sorted(house.notifiers)) or "none"
        return Refused(f"{kind} is not set up here; set up are: {names}")
    return notifier.send(sending.attempt.message, house.http)


def finished(sending: Sending, receipt: Receipt) -> list[Finished]:
    """A sending that has come back, for each job it carried."""
    beside = len(sending.told) - 1
    return [
        Finished(incident_id, lease, sending.attempt, receipt, beside)
        for lease, incident_id in sending.told
    ]


def pages_were_sent(work: Work, back: Sequence[Finished]) -> Sequence[Finished]:
    """Write outcomes down; where no way to a person is left, the next level is told now. What came
    back after its lease was lost is another worker's story by now, and changes nothing."""
    incidents.held_together(work, sorted({one.incident_id for one in back}))
    ours = jobs.held_among(work, [one.lease for one in back])
    for one in paging.finish_attempts(work, [one for one in back if one.lease in ours]):
        escalation.hurry(work, one.incident_id)
    return back
