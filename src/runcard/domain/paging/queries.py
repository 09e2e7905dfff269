"""Did it reach anybody: pages, attempts and messages for a screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, select

from runcard.db.work import Work
from runcard.domain.incidents.model import Incident, State, Status
from runcard.domain.incidents.store import incident, is_open
from runcard.domain.paging import store
from runcard.domain.paging.model import Attempt, Message, Page
from runcard.domain.paging.store import page as page_table
from runcard.kernel.errors import NotFound
from runcard.kernel.ids import IncidentId, PageId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda.store.jobs import is_ready, is_running, job
from runcard.ledgers.agenda.store.quarantine import is_quarantined
from runcard.ledgers.agenda.store.setbacks import setback
from runcard.ledgers.agenda.store.timers import timer
from runcard.ledgers.timeline.model import EscalationExhausted
from runcard.ledgers.timeline.store import entry

MOST_WAITING = 100


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the open incidents, and those of it that seem to have no next step. `last` is 0
    when no incident lies beyond."""

    suspects: tuple[IncidentId, ...]
    last: int
    size: int


def pages_of(work: Work, incident_id: IncidentId) -> list[Page]:
    """The pages of an incident, oldest first."""
    require(work.actor, Permission.READ)
    return store.of_incident(work, incident_id)


def attempts_of(work: Work, page_ids: Sequence[str]) -> dict[str, list[Attempt]]:
    """The attempts of pages, by page."""
    require(work.actor, Permission.READ)
    return store.attempts_of(work, page_ids)


def turns_of(work: Work, page_ids: Sequence[str]) -> dict[str, datetime]:
    """When pages leave that wait for their turn; those that are due now are left out."""
    require(work.actor, Permission.READ)
    ahead = (
        select(job.c.subject, func.min(job.c.run_at))
        .where(job.c.subject.in_(page_ids), is_ready, job.c.run_at > work.now)
        .group_by(job.c.subject)
    )
    return {row[0]: row[1] for row in work.tx.execute(ahead)}


def waiting_pages(work: Work) -> list[Page]:
    """Pages nobody has answered, oldest first."""
    require(work.actor, Permission.READ)
    return store.open_pages(work, MOST_WAITING)


def pages(work: Work, page_ids: Sequence[str]) -> dict[str, Page]:
    """Pages by id; those that do not exist are left out."""
    require(work.actor, Permission.READ)
    return store.load(work, page_ids)


def messages_by_key(work: Work, keys: Sequence[str]) -> dict[str, Message]:
    """The messages of earlier tries, by the key of the attempt."""
    require(work.actor, Permission.READ)
    return store.messages(work, keys)


def messages_telling(work: Work, keys: Sequence[str]) -> dict[str, str]:
    """The message that told each of some jobs' pages beside others, by the job's key."""
    require(work.actor, Permission.READ)
    return store.messages_telling(work, keys)


def told_beside(work: Work, page_id: PageId) -> list[Page]:
    """The pages that were told in one message with this one, and this one; oldest first."""
    require(work.actor, Permission.READ)
    found = store.load(work, [page_id, *store.told_beside(work, page_id)])
    return sorted(found.values(), key=lambda page: (page.asked_at, page.id))


def page(work: Work, page_id: str) -> Page:
    """One page. Raises NotFound."""
    require(work.actor, Permission.READ)
    found = store.load(work, [page_id]).get(page_id)
    if found is None:
        raise NotFound("This link belongs to no page; it may come from another installation")
    return found


def messages_by(work: Work, way: str, most: int) -> list[Attempt]:
    """The newest messages that left by one way."""
    require(work.actor, Permission.READ)
    return store.by_way(work, way, most)


def adrift_after(work: Work, number: int, most: int) -> Window:
    """The next open incidents after a number, and those nobody answered and nothing is planned for.
    A level that pages nobody looks the same: only its document tells."""
    require(work.actor, Permission.READ)
    seen = (
        select(incident.c.number)
        .where(is_open, incident.c.number > number)
        .order_by(incident.c.number)
        .limit(most)
        .subquery()
    )
    size, last = work.tx.execute(select(func.count(), func.max(seen.c.number))).one()
    if not size:
        return Window((), 0, 0)
    suspects = select(incident.c.id).where(
        is_open, incident.c.number > number, incident.c.number <= last, _is_adrift()
    )
    found = tuple(IncidentId(each) for each in work.tx.scalars(suspects))
    return Window(found, last if size == most else 0, size)


def adrift_among(work: Work, held: Sequence[Incident]) -> list[IncidentId]:
    """Those of some incidents held by this unit that nobody answered and nothing is planned for."""
    require(work.actor, Permission.READ)
    ids = [one.id for one in held]
    found = select(incident.c.id).where(incident.c.id.in_(ids), _is_adrift())
    return [IncidentId(each) for each in work.tx.scalars(found)]


def _is_adrift() -> ColumnElement[bool]:
    """Open, no timer of its generation, no page on its way, and nobody was told that all had been
    told. A level that cannot be decided is parked and told as an incident of its own: beginning
    anew would only park it again. While it is only watched, or stands still because this is a copy,
    nobody is to be woken."""
    its_timer = exists().where(
        timer.c.subject == incident.c.id, timer.c.generation == incident.c.generation
    )
    on_its_way = exists().where(
        page_table.c.incident_id == incident.c.id,
        job.c.subject == page_table.c.id,
        is_ready | is_running,
    )
    is_parked = exists().where(
        setback.c.subject == incident.c.id,
        setback.c.generation == incident.c.generation,
        setback.c.parked_at.is_not(None),
    )
    was_told = exists().where(
        entry.c.subject == incident.c.id,
        entry.c.kind == EscalationExhausted.kind,
        entry.c.at >= incident.c.escalating_since,
    )
    return (
        (incident.c.state == State.OPEN.value)
        & (incident.c.status != Status.MONITORING.value)
        & ~its_timer
        & ~on_its_way
        & ~is_parked
        & ~was_told
        & ~is_quarantined(incident.c.id)
    )
