"""Incidents, at most one open a group; a race is settled by the row count, not by a lock."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    Row,
    String,
    Table,
    func,
    literal_column,
    select,
    true,
    update,
)

from runcard.db.dialect import Conflict, among
from runcard.db.metadata import Instant, RowId, metadata
from runcard.db.prepared import Insertion, Lookup
from runcard.db.work import Work
from runcard.domain.incidents.model import Incident, Opening, State, Status
from runcard.kernel.ids import IncidentId, PlaybookId

incident = Table(
    "incident",
    metadata,
    Column("number", RowId, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("title", String, nullable=False),
    Column("severity", String),
    Column("provisional", Boolean, nullable=False),
    Column("why", String, nullable=False),
    Column("why_line", Integer),
    Column("playbook_id", String, nullable=False),
    Column("source", String, nullable=False),
    Column("group_key", String, nullable=False),
    Column("state", String, nullable=False),
    Column("status", String, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("escalating_since", Instant, nullable=False),
    Column("acknowledged_at", Instant),
    Column("acknowledged_by", String),
    Column("responded_at", Instant),
    Column("monitoring_since", Instant),
    Column("updated_at", Instant),
    Column("resolved_at", Instant),
    Column("commander", String),
    sqlite_autoincrement=True,
)
# A word in the statement, not a parameter: only then do both databases use the partial indexes.
is_open = incident.c.state != literal_column(f"'{State.RESOLVED.value}'")
Index(
    "uq_incident_open_group",
    incident.c.group_key,
    unique=True,
    sqlite_where=is_open,
    postgresql_where=is_open,
)
Index("ix_incident_open", incident.c.number, sqlite_where=is_open, postgresql_where=is_open)

COLUMNS = tuple(incident.c.keys())
OPEN = Insertion(
    incident,
    (
        "id", "title", "severity", "provisional", "why", "why_line", "playbook_id", "source",
        "group_key", "state", "status", "generation", "opened_at", "escalating_since",
    ),
    conflict=Conflict(),
    returning=("group_key", "number"),
)  # fmt: skip
OF_GROUPS = Lookup(
    lambda dialect: (
        select(incident)
        .where(among(dialect, incident.c.group_key), is_open)
        .order_by(incident.c.number)
        .with_for_update()
    )
)
BY_IDS = Lookup(lambda dialect: select(incident).where(among(dialect, incident.c.id)))
RESOLVED = Lookup(
    lambda dialect: select(incident.c.id, incident.c.resolved_at).where(
        among(dialect, incident.c.id), incident.c.resolved_at.is_not(None)
    )
)
HELD = Lookup(
    lambda dialect: (
        select(incident)
        .where(among(dialect, incident.c.id))
        .order_by(incident.c.number)
        .with_for_update()
    )
)


def open_groups(work: Work, groups: Sequence[str]) -> dict[str, Incident]:
    """The open incidents of these groups, locked where several nodes write."""
    return {row.group_key: incident_of(row) for row in OF_GROUPS.rows(work.tx, groups)}


def open_new(work: Work, openings: Mapping[str, Opening]) -> dict[str, Incident]:
    """Open an incident a group, save those another node has just opened; returns the new."""
    rows = {group: row_of(work, openings[group]) for group in sorted(openings)}
    numbered = OPEN.returned(work.tx, list(rows.values()))
    return {group: begun(rows[group], number) for group, number in numbered}


def resolved_before(
    work: Work, incident_ids: Collection[IncidentId], moment: datetime
) -> set[IncidentId]:
    """Those of the incidents that were over before a moment."""
    over = RESOLVED.rows(work.tx, sorted(incident_ids))
    return {IncidentId(row.id) for row in over if row.resolved_at < moment}


def find(work: Work, ref: str) -> Incident | None:
    """By id, by `INC-42`, or by `42`."""
    digits = ref.upper().removeprefix("INC-")
    if digits.isascii() and digits.isdigit() and len(digits) < 15:
        where = incident.c.number == int(digits)
    else:
        where = incident.c.id == ref
    row = work.tx.execute(select(incident).where(where)).one_or_none()
    return None if row is None else incident_of(row)


def load(work: Work, incident_ids: Sequence[str]) -> dict[str, Incident]:
    """Incidents by id."""
    return {row.id: incident_of(row) for row in BY_IDS.rows(work.tx, incident_ids)}


def locked(work: Work, incident_id: IncidentId) -> Incident | None:
    """The incident, held until this unit commits. Always before any row that belongs to it."""
    row = work.tx.execute(
        select(incident).where(incident.c.id == incident_id).with_for_update()
    ).one_or_none()
    return None if row is None else incident_of(row)


def locked_together(work: Work, incident_ids: Sequence[str]) -> dict[str, Incident]:
    """Incidents by id, held until this unit commits; always in the order of their numbers."""
    return {row.id: incident_of(row) for row in HELD.rows(work.tx, incident_ids)}


def acknowledge_if_open(work: Work, incident_id: IncidentId, by: str) -> bool:
    """False when somebody was quicker."""
    changed = work.tx.execute(
        update(incident)
        .where(incident.c.id == incident_id, incident.c.state == State.OPEN.value)
        .values(state=State.ACKNOWLEDGED.value, acknowledged_at=work.now, acknowledged_by=by)
    )
    return changed.rowcount == 1


def resolve_if_unresolved(work: Work, incident_id: IncidentId) -> bool:
    """False when it is over already."""
    changed = work.tx.execute(
        update(incident)
        .where(incident.c.id == incident_id, is_open)
        .values(
            state=State.RESOLVED.value,
            status=Status.RESOLVED.value,
            resolved_at=work.now,
            generation=incident.c.generation + 1,
        )
    )
    return changed.rowcount == 1


def set_status(work: Work, incident_id: IncidentId, status: Status) -> None:
    """Say something else about it; monitoring begins now if that is what is said."""
    since = work.now if status is Status.MONITORING else None
    _change(work, incident_id, status=status.value, monitoring_since=since)


def set_severity(work: Work, incident_id: IncidentId, severity: str, why: str) -> None:
    """The severity a person chose."""
    _change(
        work,
        incident_id,
        severity=severity,
        provisional=False,
        why=why,
        why_line=None,
    )


def raise_severity(work: Work, incident_id: IncidentId, opening: Opening) -> None:
    """The severity a late joiner brought."""
    _change(
        work,
        incident_id,
        severity=opening.severity,
        provisional=opening.provisional,
        why=opening.why,
        why_line=opening.why_line,
    )


def mark_responded(work: Work, incident_id: IncidentId) -> None:
    """The first sign that somebody works on it; later ones change nothing."""
    work.tx.execute(
        update(incident)
        .where(incident.c.id == incident_id, incident.c.responded_at.is_(None))
        .values(responded_at=work.now)
    )


def mark_updated(work: Work, incident_id: IncidentId) -> None:
    """People were told just now."""
    _change(work, incident_id, updated_at=work.now)


def set_commander(work: Work, incident_id: IncidentId, person: str) -> None:
    """Who commands."""
    _change(work, incident_id, commander=person)


def begin_anew(work: Work, incident_id: IncidentId, since: datetime) -> None:
    """Escalation starts over, counted from a moment; timers of the older generation are void."""
    _change(work, incident_id, generation=incident.c.generation + 1, escalating_since=since)


def begin_earlier(work: Work, shifts: Mapping[IncidentId, timedelta]) -> None:
    """The waits of these began so much earlier."""
    held = locked_together(work, list(shifts))
    for incident_id, found in held.items():
        since = found.escalating_since - shifts[found.id]
        _change(work, IncidentId(incident_id), escalating_since=since)


def all_open(work: Work, most: int) -> list[Incident]:
    """What is open, newest first."""
    rows = work.tx.execute(
        select(incident).where(is_open).order_by(incident.c.number.desc()).limit(most)
    )
    return [incident_of(row) for row in rows]


def count_open(work: Work) -> int:
    """How many are open."""
    return work.tx.scalar(select(func.count()).select_from(incident).where(is_open)) or 0


def before(work: Work, number: int | None, most: int) -> list[Incident]:
    """Incidents with a lower number, newest first, whatever their state."""
    older = true() if number is None else incident.c.number < number
    rows = work.tx.execute(
        select(incident).where(older).order_by(incident.c.number.desc()).limit(most)
    )
    return [incident_of(row) for row in rows]


def _change(work: Work, incident_id: IncidentId, **values: Any) -> None:
    work.tx.execute(update(incident).where(incident.c.id == incident_id).values(**values))


def row_of(work: Work, opening: Opening) -> dict[str, Any]:
    """The columns of an incident that begins."""
    return {
        "id": work.new_id("inc"),
        "title": opening.title,
        "severity": opening.severity,
        "provisional": opening.provisional,
        "why": opening.why,
        "why_line": opening.why_line,
        "playbook_id": opening.playbook_id,
        "source": opening.source,
        "group_key": opening.group_key,
        "state": State.OPEN.value,
        "status": Status.INVESTIGATING.value,
        "generation": 0,
        "opened_at": work.now,
        "escalating_since": work.now,
    }


def begun(columns: Mapping[str, Any], number: int) -> Incident:
    """The noun of a row that was written just now under this number."""
    return incident_from({"number": number, **columns})


def incident_of(row: Row[Any]) -> Incident:
    """The noun a row stands for."""
    return incident_from(dict(zip(COLUMNS, row, strict=True)))


def incident_from(columns: dict[str, Any]) -> Incident:
    """The noun, from plain words."""
    columns["id"] = IncidentId(columns["id"])
    columns["playbook_id"] = PlaybookId(columns["playbook_id"])
    columns["state"] = State(columns["state"])
    columns["status"] = Status(columns["status"])
    return Incident(**columns)
