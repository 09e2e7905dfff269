"""Published versions: the source as it was, with the team file beside it. Never changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Boolean, Column, Integer, String, Table, select, update

from runcard.db.dialect import insert_or_ignore
from runcard.db.metadata import Instant, Json, metadata
from runcard.db.work import Work
from runcard.kernel.ids import PlaybookId

version = Table(
    "playbook_version",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("place", Integer, nullable=False),
    Column("source", String, nullable=False),
    Column("team", Json, nullable=False),
    Column("in_force", Boolean, nullable=False),
    Column("published_at", Instant, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Version:
    """A document and a team file as they were when published; the id is their digest."""

    id: PlaybookId
    name: str
    source: str
    team: object
    published_at: datetime


def publish(work: Work, versions: list[Version]) -> set[str]:
    """Put exactly these in force; returns the ids of those never published before."""
    known = set(work.tx.scalars(select(version.c.id)))
    work.tx.execute(update(version).values(in_force=False))
    for place, one in enumerate(versions):
        row = {
            "id": one.id,
            "name": one.name,
            "place": place,
            "source": one.source,
            "team": one.team,
            "in_force": True,
            "published_at": work.now,
        }
        work.tx.execute(insert_or_ignore(work.tx, version), [row])
        again = update(version).where(version.c.id == one.id)
        work.tx.execute(again.values(in_force=True, place=place))
    return {str(one.id) for one in versions} - known


def load(work: Work, playbook_id: str) -> Version | None:
    """One version, whether in force or not."""
    row = work.tx.execute(select(version).where(version.c.id == playbook_id)).one_or_none()
    if row is None:
        return None
    return Version(PlaybookId(row.id), row.name, row.source, row.team, row.published_at)
