"""Pages and their attempts; an attempt keeps the message exactly as it was sent."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    Row,
    String,
    Table,
    literal_column,
    select,
    union_all,
    update,
)

from runcard.db.dialect import Conflict, among, insert_or_ignore
from runcard.db.metadata import Instant, Json, metadata
from runcard.db.prepared import Change, Insertion, Lookup
from runcard.db.work import Work
from runcard.domain.paging.model import Attempt, Message, Page, PageState
from runcard.domain.paging.throttle import Calls
from runcard.domain.people.model import Way
from runcard.kernel.ids import IncidentId, PageId, PersonId

page = Table(
    "page",
    metadata,
    Column("id", String, primary_key=True),
    Column("key", String, nullable=False, unique=True),
    Column("incident_id", String, nullable=False, index=True),
    Column("person_id", String, nullable=False),
    Column("level", Integer, nullable=False),
    Column("why", String, nullable=False),
    Column("state", String, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("answered_at", Instant),
)
# A word in the statement, not a parameter: only then do both databases use the partial index.
is_open = page.c.state == literal_column(f"'{PageState.OPEN.value}'")
Index("ix_page_open", page.c.asked_at, sqlite_where=is_open, postgresql_where=is_open)

attempt = Table(
    "attempt",
    metadata,
    Column("key", String, primary_key=True),
    Column("page_id", String, nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("way", String, nullable=False),
    Column("address", String, nullable=False),
    Column("title", String, nullable=False),
    Column("body", String, nullable=False),
    Column("link", String, nullable=False),
    Column("ack_link", String, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("outcome", String),
)
Index("ix_attempt_way", attempt.c.way, attempt.c.started_at)

# How often each person was called by each way, and which pages a message told beside its own.
throttle = Table(
    "throttle",
    metadata,
    Column("destination", String, primary_key=True),
    Column("in_a_row", Integer, nullable=False),
    Column("last_at", Instant),
    Column("spared", Integer, nullable=False),
    Column("spared_at", Instant),
    Column("told", Json, nullable=False),
)
told_with = Table(
    "told_with",
    metadata,
    Column("key", String, primary_key=True),
    Column("page_id", String, nullable=False, index=True),
    Column("message", String, nullable=False, index=True),
)

ASK = Insertion(
    page,
    ("id", "key", "incident_id", "person_id", "level", "why", "state", "asked_at"),
    conflict=Conflict(),
    returning=("id",),
)
PAGES = Lookup(lambda dialect: select(page).where(among(dialect, page.c.id)))
START = Insertion(
    attempt,
    tuple(attempt.c.keys()),
    conflict=Conflict("key", ("number", "started_at", "ended_at", "outcome")),
)
END = Change(attempt, "key", ("ended_at", "outcome"))
CALLS = Lookup(lambda dialect: select(throttle).where(among(dialect, throttle.c.destination)))
TELL_WITH = Insertion(told_with, tuple(told_with.c.keys()), conflict=Conflict())


def ask(work: Work, pages: Sequence[tuple[str, Page]]) -> set[str]:
    """Keep pages under their keys; returns the ids of those that were not asked for before."""
    if not pages:
        return set()
    rows = [row_of(key, one) for key, one in pages]
    return {page_id for (page_id,) in ASK.returned(work.tx, rows)}


def load(work: Work, page_ids: Sequence[str]) -> dict[str, Page]:
    """Pages by id."""
    return {row.id: page_of(row) for row in PAGES.rows(work.tx, page_ids)}


def of_incident(work: Work, incident_id: IncidentId) -> list[Page]:
    """The pages of an incident, oldest first."""
    rows = work.tx.execute(
        select(page).where(page.c.incident_id == incident_id).order_by(page.c.asked_at, page.c.id)
    )
    return [page_of(row) for row in rows]


def open_pages(work: Work, most: int) -> list[Page]:
    """Pages nobody has answered, oldest first."""
    rows = work.tx.execute(select(page).where(is_open).order_by(page.c.asked_at).limit(most))
    return [page_of(row) for row in rows]


def close(work: Work, incident_id: IncidentId, state: PageState) -> list[str]:
    """End the open pages of an incident; returns their ids."""
    rows = work.tx.scalars(select(page.c.id).where(page.c.incident_id == incident_id, is_open))
    ids = list(rows)
    if ids:
        values = {"state": state.value, "answered_at": work.now}
        work.tx.execute(update(page).where(page.c.id.in_(ids)).values(**values))
    return ids


def start(work: Work, attempts: Sequence[Attempt]) -> None:
    """Write attempts down before anything is sent; another try of one overwrites it."""
    START.run(work.tx, [attempt_row(one) for one in attempts])


def finish(work: Work, outcomes: Sequence[tuple[str, str]]) -> None:
    """Write down what became of attempts, by their key."""
    rows = [{"key": key, "ended_at": work.now, "outcome": said} for key, said in outcomes]
    END.run(work.tx, rows)


def attempts_of(work: Work, page_ids: Sequence[str]) -> dict[str, list[Attempt]]:
    """The attempts of pages, oldest first, those that told them beside others among them."""
    own = select(attempt, attempt.c.page_id.label("about")).where(attempt.c.page_id.in_(page_ids))
    beside = (
        select(attempt, told_with.c.page_id.label("about"))
        .join(told_with, told_with.c.message == attempt.c.key)
        .where(told_with.c.page_id.in_(page_ids), told_with.c.key != told_with.c.message)
    )
    found: dict[str, list[Attempt]] = {}
    for row in work.tx.execute(union_all(own, beside).order_by("started_at")):
        found.setdefault(row.about, []).append(attempt_of(row))
    return found


def tell_with(work: Work, message: str, keys: Mapping[str, PageId]) -> None:
    """One message tells several pages; `keys` are those of their jobs."""
    rows = [{"key": key, "page_id": one, "message": message} for key, one in keys.items()]
    TELL_WITH.run(work.tx, rows)


def messages_telling(work: Work, keys: Sequence[str]) -> dict[str, str]:
    """The message that told each of some jobs' pages beside others."""
    rows = work.tx.execute(select(told_with).where(told_with.c.key.in_(keys)))
    return {row.key: row.message for row in rows}


def told_beside(work: Work, page_id: PageId) -> list[PageId]:
    """The pages that were told in the messages which told this one, and this one."""
    its = select(told_with.c.message).where(told_with.c.page_id == page_id)
    rows = work.tx.scalars(
        select(told_with.c.page_id).where(told_with.c.message.in_(its)).distinct()
    )
    return [PageId(each) for each in rows]


def calls_of(work: Work, destinations: Sequence[str]) -> dict[str, Calls]:
    """How often somebody was called; nothing of those who never were."""
    rows = CALLS.rows(work.tx, destinations)
    return {row.destination: calls_from(row) for row in rows}


def held_calls(work: Work, destination: str) -> Calls:
    """The same of one, held until this unit commits: two nodes must not call at once."""
    new = {"destination": destination, "in_a_row": 0, "spared": 0, "told": []}
    work.tx.execute(insert_or_ignore(work.tx, throttle).values(**new))
    held = select(throttle).where(throttle.c.destination == destination).with_for_update()
    return calls_from(work.tx.execute(held).one())


def calls_from(row: Any) -> Calls:
    """The noun a row stands for."""
    where, in_a_row, last_at, spared, spared_at, told = row
    return Calls(where, in_a_row, last_at, spared, spared_at, tuple(told))


def keep_calls(work: Work, calls: Calls) -> None:
    """Somebody was called."""
    changed = update(throttle).where(throttle.c.destination == calls.destination)
    work.tx.execute(changed.values(**asdict(calls)))


def messages(work: Work, keys: Sequence[str]) -> dict[str, Message]:
    """What attempts say, by their key."""
    rows = work.tx.execute(select(attempt).where(attempt.c.key.in_(keys)))
    return {row.key: attempt_of(row).message for row in rows}


def by_way(work: Work, way: str, most: int) -> list[Attempt]:
    """The newest messages that left by one way."""
    rows = work.tx.execute(
        select(attempt)
        .where(attempt.c.way == way)
        .order_by(attempt.c.started_at.desc())
        .limit(most)
    )
    return [attempt_of(row) for row in rows]


def row_of(key: str, one: Page) -> dict[str, Any]:
    """The columns of a page."""
    return {
        "id": one.id,
        "key": key,
        "incident_id": one.incident_id,
        "person_id": one.person_id,
        "level": one.level,
        "why": one.why,
        "state": one.state.value,
        "asked_at": one.asked_at,
    }


def page_of(row: Row[Any]) -> Page:
    """The noun a row stands for."""
    return Page(
        PageId(row.id),
        IncidentId(row.incident_id),
        PersonId(row.person_id),
        row.level,
        row.why,
        PageState(row.state),
        row.asked_at,
        row.answered_at,
    )


def attempt_row(one: Attempt) -> dict[str, Any]:
    """The columns of an attempt that begins."""
    said = one.message
    return {
        "key": said.key,
        "page_id": one.page_id,
        "number": one.number,
        "way": one.way.kind,
        "address": one.way.address,
        "title": said.title,
        "body": said.body,
        "link": said.link,
        "ack_link": said.ack_link,
        "urgent": said.urgent,
        "started_at": one.started_at,
        "ended_at": None,
        "outcome": None,
    }


def attempt_of(row: Row[Any]) -> Attempt:
    """The noun a row stands for."""
    message = Message(row.key, row.address, row.title, row.body, row.link, row.ack_link, row.urgent)
    return Attempt(
        PageId(row.page_id),
        row.number,
        Way(row.way, row.address),
        message,
        row.started_at,
        row.ended_at,
        row.outcome,
    )
