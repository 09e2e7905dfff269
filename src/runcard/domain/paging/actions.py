"""Waking people: ask, start an attempt, finish it, answer, withdraw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from runcard.db.work import Work
from runcard.domain.incidents.model import Incident
from runcard.domain.paging import store
from runcard.domain.paging.model import Attempt, Delivered, Page, PageState, Receipt, Refused, Retry
from runcard.domain.paging.rules import plan
from runcard.domain.paging.throttle import Calls, destination_of, free_at, is_spared
from runcard.domain.people.model import Person
from runcard.kernel.ids import IncidentId, PageId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda.model import Job, Lease
from runcard.ledgers.agenda.rules import back_off, is_hopeless
from runcard.ledgers.agenda.store import jobs as agenda
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import Event, PageFailed, PageSent

PAGE = "page"
NEXT = "the next level is told in its turn"


@dataclass(frozen=True, slots=True)
class Calling:
    """Whom to wake, at which rung, and what to tell them of why."""

    incident: Incident
    people: tuple[Person, ...]
    step: int
    why: str
    urgent: bool = True


@dataclass(frozen=True, slots=True)
class Finished:
    """An attempt that has come back, with the lease under which it went."""

    incident_id: IncidentId
    lease: Lease
    attempt: Attempt
    receipt: Receipt
    beside: int = 0
    """How many other incidents the same message told."""

    @property
    def page_id(self) -> PageId:
        """The page this job was for."""
        return PageId(self.lease.job.subject)


def ask(work: Work, callings: Sequence[Calling]) -> None:
    """One page a person, one job for each way at its time. Asking twice changes nothing."""
    require(work.actor, Permission.RESPOND)
    wanted = {page_key(one, who): (one, who) for one in callings for who in one.people}
    pages = {
        key: new_page(PageId(work.new_id("pg")), one, who, work.now)
        for key, (one, who) in wanted.items()
    }
    asked = store.ask(work, list(pages.items()))
    jobs: list[tuple[Job, str]] = []
    told: list[tuple[str, Event]] = []
    for key, page in pages.items():
        calling, person = wanted[key]
        tries = plan(person, urgent=calling.urgent) if page.id in asked else ()
        title = calling.incident.title
        jobs += [(job_of(page, n, work.now + one.after), title) for n, one in enumerate(tries)]
        if page.id in asked and not tries:
            failed = PageFailed(page.id, person.name, "no way", "no way to reach them", NEXT)
            told.append((page.incident_id, failed))
    agenda.enqueue(work, _in_their_turn(work, jobs))
    timeline.write_all(work, told)


def job_of(page: Page, step: int, run_at: datetime) -> Job:
    """One way of one page, at its time."""
    where = destination_of(page.person_id, step)
    key = f"{PAGE}:{page.id}:{step}"
    return Job(key, PAGE, page.id, run_at, step=step, destination=where)


def _in_their_turn(work: Work, jobs: Sequence[tuple[Job, str]]) -> list[Job]:
    """Jobs about incidents, by their titles. Whoever was called a moment ago is called again in
    their turn, and hears of all that came meanwhile."""
    places = {job.destination for job, _ in jobs if job.destination is not None}
    called = store.calls_of(work, sorted(places)) if places else {}
    return [_in_turn(called, job, title, work.now) for job, title in jobs]


def _in_turn(called: Mapping[str, Calls], job: Job, title: str, now: datetime) -> Job:
    calls = called.get(job.destination or "")
    if calls is None or is_spared(calls, title, now):
        return job
    return replace(job, run_at=max(job.run_at, free_at(calls, now)))


def new_page(page_id: PageId, calling: Calling, person: Person, now: datetime) -> Page:
    """A page that nobody has answered."""
    incident, step, why = calling.incident, calling.step, calling.why
    return Page(page_id, incident.id, person.id, step, why, PageState.OPEN, now)


def page_key(calling: Calling, person: Person) -> str:
    """One page a person, rung and beginning of the escalation."""
    incident = calling.incident
    return f"{incident.id}:{incident.generation}:{calling.step}:{person.id}"


def start_attempts(work: Work, attempts: Sequence[Attempt]) -> None:
    """Write attempts down, before anything is sent."""
    require(work.actor, Permission.RESPOND)
    store.start(work, attempts)


def tell_together(work: Work, message: str, keys: Mapping[str, PageId]) -> None:
    """One message tells the pages of several jobs, by the jobs' keys."""
    require(work.actor, Permission.RESPOND)
    store.tell_with(work, message, keys)


def calls_held(work: Work, destination: str) -> Calls:
    """How often somebody was called by one way, held until this unit commits."""
    require(work.actor, Permission.RESPOND)
    return store.held_calls(work, destination)


def call_now(work: Work, calls: Calls) -> None:
    """Somebody is called by one way."""
    require(work.actor, Permission.RESPOND)
    store.keep_calls(work, calls)


def finish_attempts(work: Work, finished: Sequence[Finished]) -> list[Finished]:
    """Write down what became of attempts, on the timelines too. A job another worker holds by now
    stays that worker's. Returns those to whose person no way is left."""
    require(work.actor, Permission.RESPOND)
    outcomes = {one.attempt.message.key: outcome_of(one.receipt) for one in finished}
    store.finish(work, list(outcomes.items()))
    agenda.finish(work, [one.lease for one in finished if isinstance(one.receipt, Delivered)])
    timeline.write_all(work, [story for one in finished for story in told_of(one)])
    return [one for one in finished if not _settled(work, one)]


def _settled(work: Work, one: Finished) -> bool:
    """Delivered, to be tried again, or to be tried by another way. False when no way is left. A way
    that has to be tried again has failed for now: the next one does not wait for its minute."""
    match one.receipt:
        case Delivered():
            return True
        case Retry(why=why, after=after) if not is_hopeless(one.lease.attempt):
            wait = max(after, back_off(one.lease.attempt))
            agenda.postpone(work, one.lease, work.now + wait, why)
            agenda.hasten_untried(work, one.lease.job.subject)
            return True
        case Retry(why=why) | Refused(why=why):
            agenda.give_up(work, one.lease, why)
            return agenda.hasten(work, one.lease.job.subject)


def told_of(one: Finished) -> list[tuple[str, Event]]:
    """What the timeline says of an attempt; of repeated failures only the first and the last."""
    attempt, way = one.attempt, one.attempt.way.kind
    person = attempt.person or attempt.way.address
    match one.receipt:
        case Delivered():
            sent = PageSent(one.page_id, person, way, attempt.number, one.beside)
            return [(one.incident_id, sent)]
        case Retry(why=why) if attempt.number == 1:
            then = "it is tried again and again"
        case Retry(why=why) if is_hopeless(attempt.number):
            then = "it is not tried again"
        case Retry():
            return []
        case Refused(why=why):
            then = "the next way is tried at once"
    return [(one.incident_id, PageFailed(one.page_id, person, way, why, then))]


def outcome_of(receipt: Receipt) -> str:
    """`delivered`, or why not."""
    return "delivered" if isinstance(receipt, Delivered) else receipt.why


def end_pages(work: Work, incident_id: IncidentId, state: PageState) -> None:
    """Nobody needs to be woken any more: take back what is not in the air yet."""
    require(work.actor, Permission.RESPOND)
    agenda.withdraw(work, store.close(work, incident_id, state))
