"""Alerts as remembered, one row an occurrence; read and written a set at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, Index, Integer, Row, String, Table, func, literal_column, select

from runcard.db.dialect import among
from runcard.db.metadata import Instant, Json, metadata
from runcard.db.prepared import Change, Insertion, Lookup
from runcard.db.work import Work
from runcard.domain.alerts.model import Alert, AlertState, Signal
from runcard.kernel.ids import AlertId, IncidentId

alert = Table(
    "alert",
    metadata,
    Column("id", String, primary_key=True),
    Column("identity", String(32), nullable=False, unique=True),
    Column("incident_id", String, index=True),
    Column("state", String, nullable=False),
    Column("source", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("group_key", String, nullable=False),
    Column("title", String, nullable=False),
    Column("labels", Json, nullable=False),
    Column("annotations", Json, nullable=False),
    Column("link", String),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant),
    Column("first_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("times", Integer, nullable=False),
)
Index("ix_alert_recent", alert.c.first_at, alert.c.id)

# A word in the statement, not a parameter: only then do both databases use the partial index.
is_firing = alert.c.state == literal_column(f"'{AlertState.FIRING.value}'")
Index("ix_alert_firing", alert.c.source, sqlite_where=is_firing, postgresql_where=is_firing)

REMEMBER = Insertion(alert, tuple(alert.c.keys()))
CHANGE = Change(alert, "id", ("state", "incident_id", "last_at", "times", "ends_at"))
KNOWN = Lookup(
    lambda dialect: (
        select(alert)
        .where(among(dialect, alert.c.identity))
        .order_by(alert.c.identity)
        .with_for_update()
    )
)
COUNTS = Lookup(
    lambda dialect: (
        select(
            alert.c.incident_id,
            func.count().label("alerts"),
            func.min(alert.c.source).label("source"),
        )
        .where(among(dialect, alert.c.incident_id))
        .group_by(alert.c.incident_id)
    )
)


def known(work: Work, identities: Sequence[str]) -> dict[str, Alert]:
    """What we remember of these occurrences. Locks the rows where several nodes write."""
    return {row.identity: alert_of(row) for row in KNOWN.rows(work.tx, identities)}


def incident_of(work: Work, identity: str) -> IncidentId | None:
    """The incident of an occurrence, by its identity."""
    found: IncidentId | None = work.tx.execute(
        select(alert.c.incident_id).where(alert.c.identity == identity)
    ).scalar_one_or_none()
    return found


def firing_of(work: Work, source: str, most: int) -> int:
    """How many alerts of a source fire, counted up to a most."""
    some = select(alert.c.id).where(alert.c.source == source, is_firing).limit(most).subquery()
    return int(work.tx.scalar(select(func.count()).select_from(some)) or 0)


def remember(work: Work, new: Mapping[str, Alert]) -> None:
    """Keep occurrences not seen before, by identity. Where another node kept one meanwhile this
    unit fails on the unique key and is tried again, and then folds into what is there: leaving
    that row alone instead would lose a clear, and tell of one alert twice."""
    REMEMBER.run(work.tx, [row_of(identity, new[identity]) for identity in sorted(new)])


def change(work: Work, changed: Sequence[Alert]) -> None:
    """Write down that occurrences were seen again, cleared, or opened anew."""
    rows = [
        {
            "id": one.id,
            "state": one.state.value,
            "incident_id": one.incident_id,
            "last_at": one.last_at,
            "times": one.times,
            "ends_at": one.signal.ends_at,
        }
        for one in sorted(changed, key=lambda one: one.id)
    ]
    CHANGE.run(work.tx, rows)


def of_incident(work: Work, incident_id: IncidentId) -> list[Alert]:
    """The alerts of an incident, oldest first."""
    rows = work.tx.execute(
        select(alert).where(alert.c.incident_id == incident_id).order_by(alert.c.first_at)
    )
    return [alert_of(row) for row in rows]


def counts(work: Work, incident_ids: Sequence[str]) -> dict[str, tuple[int, str]]:
    """The number of alerts and one source of each incident."""
    rows = COUNTS.rows(work.tx, incident_ids)
    return {incident_id: (number, source) for incident_id, number, source in rows}


def all_cleared(work: Work, incident_ids: Sequence[str]) -> set[str]:
    """Those of the incidents that have no firing alert left."""
    firing = select(alert.c.incident_id).where(
        alert.c.incident_id.in_(incident_ids), alert.c.state == AlertState.FIRING.value
    )
    return set(incident_ids) - set(work.tx.scalars(firing))


def row_of(identity: str, one: Alert) -> dict[str, Any]:
    """The columns of an alert."""
    said = one.signal
    return {
        "id": one.id,
        "identity": identity,
        "incident_id": one.incident_id,
        "state": one.state.value,
        "source": said.source,
        "fingerprint": said.fingerprint,
        "group_key": said.group_key,
        "title": said.title,
        "labels": dict(said.labels),
        "annotations": dict(said.annotations),
        "link": said.link,
        "starts_at": said.starts_at,
        "ends_at": said.ends_at,
        "first_at": one.first_at,
        "last_at": one.last_at,
        "times": one.times,
    }


def alert_of(row: Row[Any]) -> Alert:
    """The noun a row stands for."""
    said = Signal(
        row.fingerprint,
        AlertState(row.state),
        row.starts_at,
        row.title,
        row.group_key,
        row.labels,
        row.annotations,
        row.ends_at,
        row.link,
        row.source,
    )
    incident_id = None if row.incident_id is None else IncidentId(row.incident_id)
    return Alert(
        AlertId(row.id),
        said,
        AlertState(row.state),
        incident_id,
        row.first_at,
        row.last_at,
        row.times,
    )


def seen_again(one: Alert, said: Signal, work: Work) -> Alert:
    """The same occurrence, told once more."""
    return replace(one, last_at=work.now, times=one.times + 1, signal=said)
