"""Waking people: ask, start an attempt, finish it, answer, withdraw."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from runcard.db.work import Work
from runcard.domain.incidents.model import Incident
from runcard.domain.paging import store
from runcard.domain.paging.model import Attempt, Delivered, Page, PageState, Receipt, Refused, Retry
from runcard.domain.paging.rules import plan
from runcard.domain.people.model import Person
from runcard.kernel.ids import IncidentId, PageId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda import store as agenda
from runcard.ledgers.agenda.model import Job, Lease
from runcard.ledgers.agenda.rules import back_off, is_hopeless
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import PageFailed, PageSent

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


def ask(work: Work, calling: Calling) -> list[Page]:
    """One page a person, one job for each way at its time. Asking twice changes nothing."""
    require(work.actor, Permission.RESPOND)
    incident = calling.incident
    wanted = [(page_key(calling, one), new_page(work, calling, one)) for one in calling.people]
    asked = store.ask(work, wanted)
    by_id = {one.id: one for one in calling.people}
    for page in asked:
        tries = plan(by_id[page.person_id], urgent=calling.urgent)
        jobs = [
            Job(f"{PAGE}:{page.id}:{number}", PAGE, page.id, work.now + one.after, step=number)
            for number, one in enumerate(tries)
        ]
        agenda.enqueue(work, jobs)
        if not jobs:
            failed = PageFailed(page.id, page.person_id, "no way", "no way to reach them", NEXT)
            timeline.write(work, incident.id, failed)
    return asked



def new_page(work: Work, calling: Calling, person: Person) -> Page:
    """A page that nobody has answered."""
    return Page(
        PageId(work.new_id("pg")), calling.incident.id, person.id, calling.step, calling.why,
        PageState.OPEN, work.now,
    )


def page_key(calling: Calling, person: Person) -> str:
    """One page a person, rung and beginning of the escalation."""
    incident = calling.incident
    return f"{incident.id}:{incident.generation}:{calling.step}:{person.id}"


def start_attempts(work: Work, attempts: Sequence[Attempt]) -> None:
    """Write attempts down, before anything is sent."""
    require(work.actor, Permission.RESPOND)
    store.start(work, attempts)


def finish_attempt(work: Work, lease: Lease, attempt: Attempt, receipt: Receipt) -> bool:
    """Write down what became of an attempt, unless another worker holds it now. True when every
    way to this person has been refused."""
    require(work.actor, Permission.RESPOND)
    key = attempt.message.key
    match receipt:
        case Delivered():
            agenda.finish(work, lease)
            store.finish(work, key, "delivered")
            return False
        case Retry(why=why, after=after) if not is_hopeless(lease.attempt):
            wait: timedelta = max(after, back_off(lease.attempt))
            agenda.postpone(work, lease, work.now + wait, why)
            store.finish(work, key, why)
            return False
        case Retry(why=why) | Refused(why=why):
            agenda.give_up(work, lease, why)
            store.finish(work, key, why)
            return not agenda.hasten(work, lease.job.subject)


def tell(work: Work, incident_id: IncidentId, attempt: Attempt, receipt: Receipt) -> None:
    """Say on the incident's timeline what became of an attempt. The caller holds the incident."""
    require(work.actor, Permission.RESPOND)
    person = attempt.person or attempt.way.address
    way = attempt.way.kind
    match receipt:
        case Delivered():
            timeline.write(
                work, incident_id, PageSent(attempt.page_id, person, way, attempt.number)
            )
        case Retry(why=why, after=after):
            if attempt.number == 1 or is_hopeless(attempt.number):
                then = f"tried again in {int(after.total_seconds())} s"
                failed = PageFailed(attempt.page_id, person, way, why, then)
                timeline.write(work, incident_id, failed)
        case Refused(why=why):
            failed = PageFailed(attempt.page_id, person, way, why, "the next way is tried at once")
            timeline.write(work, incident_id, failed)


def end_pages(work: Work, incident_id: IncidentId, state: PageState) -> None:
    """Nobody needs to be woken any more: take back what is not in the air yet."""
    require(work.actor, Permission.RESPOND)
    agenda.withdraw(work, store.close(work, incident_id, state))
