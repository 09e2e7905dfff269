"""Reviews, one an incident."""

from sqlalchemy import Column, Integer, String, Table, select

from runcard.db.dialect import insert_or_ignore
from runcard.db.metadata import Instant, metadata
from runcard.db.work import Work
from runcard.domain.playbooks.card import Mark
from runcard.domain.reviews.model import Review
from runcard.kernel.ids import IncidentId, ReviewId

review = Table(
    "review",
    metadata,
    Column("id", String, primary_key=True),
    Column("incident_id", String, nullable=False, unique=True),
    Column("text", String, nullable=False),
    Column("template_line", Integer),
    Column("template_by", String, nullable=False),
    Column("due_at", Instant),
    Column("drafted_at", Instant, nullable=False),
)


def keep(work: Work, one: Review) -> None:
    """Keep a draft; the first one of an incident stays."""
    work.tx.execute(
        insert_or_ignore(work.tx, review),
        [
            {
                "id": one.id,
                "incident_id": one.incident_id,
                "text": one.text,
                "template_line": one.template_mark.line,
                "template_by": one.template_mark.by,
                "due_at": one.due_at,
                "drafted_at": one.drafted_at,
            }
        ],
    )


def of_incident(work: Work, incident_id: IncidentId) -> Review | None:
    """The review of an incident, once it is drafted."""
    found = select(review).where(review.c.incident_id == incident_id)
    row = work.tx.execute(found).one_or_none()
    if row is None:
        return None
    mark = Mark(row.template_line, row.template_by)
    return Review(ReviewId(row.id), incident_id, row.text, mark, row.due_at, row.drafted_at)
