"""What was said, kept as it was said."""

from sqlalchemy import Column, String, Table, select

from runcard.db.metadata import Instant, metadata
from runcard.db.work import Work
from runcard.domain.comms.model import Update
from runcard.kernel.ids import IncidentId, UpdateId

posted = Table(
    "posted_update",
    metadata,
    Column("id", String, primary_key=True),
    Column("incident_id", String, nullable=False, index=True),
    Column("template", String, nullable=False),
    Column("text", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", Instant, nullable=False),
)


def keep(work: Work, one: Update) -> None:
    """Keep an update."""
    work.tx.execute(
        posted.insert().values(
            id=one.id,
            incident_id=one.incident_id,
            template=one.template,
            text=one.text,
            by=one.by,
            at=one.at,
        )
    )


def of_incident(work: Work, incident_id: IncidentId) -> list[Update]:
    """The updates of an incident, oldest first."""
    rows = work.tx.execute(
        select(posted).where(posted.c.incident_id == incident_id).order_by(posted.c.at)
    )
    return [
        Update(UpdateId(row.id), incident_id, row.template, row.text, row.by, row.at)
        for row in rows
    ]
