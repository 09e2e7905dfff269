"""Published versions: the source as it was, with the team file beside it. Never changed. And what
was last read from where each document is kept, so that only news is put in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, Integer, Row, String, Table, Text, select, update

from runcard.db.dialect import insert_or_ignore, upsert
from runcard.db.metadata import Instant, Json, metadata
from runcard.db.work import Work
from runcard.kernel.ids import PlaybookId

version = Table(
    "playbook_version",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("source", String, nullable=False),
    Column("team", Json, nullable=False),
    Column("in_force", Boolean, nullable=False),
    Column("published_at", Instant, nullable=False),
)

offer = Table(
    "playbook_offer",
    metadata,
    Column("name", String, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("held", Text),
    Column("offered_at", Instant, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Version:
    """A document and a team file as they were when published; the id is their digest."""

    id: PlaybookId
    name: str
    source: str
    team: object
    published_at: datetime
    is_in_force: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What was last read under a name: the digest of its words, and why it was held, if it was."""

    name: str
    digest: str
    held: str | None = None


def publish(work: Work, versions: Sequence[Version]) -> set[str]:
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
    return None if row is None else version_of_row(row)


def in_force(work: Work) -> list[Version]:
    """What answers new alerts, in its order."""
    standing = select(version).where(version.c.in_force).order_by(version.c.place)
    return [version_of_row(row) for row in work.tx.execute(standing)]


def ids_in_force(work: Work) -> list[str]:
    """The same by its ids alone, for who looks often."""
    standing = select(version.c.id).where(version.c.in_force).order_by(version.c.place)
    return list(work.tx.scalars(standing))


def hold_in_force(work: Work) -> list[str]:
    """The same, held until this unit commits: two who publish at once do so one after the other."""
    standing = select(version.c.id).where(version.c.in_force).order_by(version.c.place)
    return list(work.tx.scalars(standing.with_for_update()))


def named(work: Work, name: str) -> list[Version]:
    """Every version of a playbook, the oldest first."""
    every = select(version).where(version.c.name == name)
    rows = work.tx.execute(every.order_by(version.c.published_at, version.c.id))
    return [version_of_row(row) for row in rows]


def offers(work: Work) -> Mapping[str, Offer]:
    """What was last read under each name."""
    rows = work.tx.execute(select(offer))
    return {row.name: Offer(row.name, row.digest, row.held) for row in rows}


def remember_offer(work: Work, one: Offer) -> None:
    """This was read under a name, instead of what was read before."""
    row = {"name": one.name, "digest": one.digest, "held": one.held, "offered_at": work.now}
    changed = ("digest", "held", "offered_at")
    work.tx.execute(upsert(work.tx, offer, "name", changed), [row])


def version_of_row(row: Row[Any]) -> Version:
    """The noun a row stands for."""
    return Version(
        PlaybookId(row.id), row.name, row.source, row.team, row.published_at, row.in_force
    )
