"""The book of what happened: entries are added, never changed; one chain a subject."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import (
    Column,
    Integer,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    select,
)

from runcard.db.dialect import Conflict, among
from runcard.db.metadata import Instant, RowId, metadata, to_micros
from runcard.db.prepared import Insertion, Lookup
from runcard.db.work import Work
from runcard.ledgers.timeline.chain import START, Broken, Link, digest, first_break
from runcard.ledgers.timeline.model import KINDS, Entry, Event

INSTALL = "install"

entry = Table(
    "entry",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("subject", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("data", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    UniqueConstraint("subject", "position"),
)

chain = Table(
    "chain",
    metadata,
    Column("subject", String, primary_key=True),
    Column("head", String(64), nullable=False),
    Column("length", Integer, nullable=False),
)

ADD = Insertion(entry, ("subject", "position", "at", "by", "kind", "data", "digest"))
HEADS = Lookup(
    lambda dialect: (
        select(chain)
        .where(among(dialect, chain.c.subject))
        .order_by(chain.c.subject)
        .with_for_update()
    )
)
MOVE_HEADS = Insertion(
    chain, ("subject", "head", "length"), conflict=Conflict("subject", ("head", "length"))
)


def begin(work: Work, subjects: Iterable[str]) -> None:
    """These subjects were made by this unit: nothing can have been told of them yet."""
    work.heads.update(dict.fromkeys(subjects, (START, 0)))


def write(work: Work, subject: str, *events: Event) -> None:
    """Add to one subject's story."""
    write_all(work, [(subject, event) for event in events])


def write_all(work: Work, told: Sequence[tuple[str, Event]]) -> None:
    """Add to many stories at once, when the unit ends. The caller holds the row of each subject, or
    has just made it, so two nodes cannot fork a chain."""
    if told:
        by = work.actor.label
        work.told += [(subject, by, event) for subject, event in told]
        work.at_the_end(put_down)


def put_down(work: Work) -> None:
    """Write what the unit has told so far, all of it together."""
    told, work.told = work.told, []
    if not told:
        return
    subjects = sorted({subject for subject, _, _ in told})
    heads = _heads(work, subjects)
    rows = []
    micros = to_micros(work.now)
    for subject, by, event in told:
        head, length = heads.get(subject, (START, 0))
        data = msgspec.json.encode(event).decode()
        link = Link(subject, length + 1, micros, by, event.kind, data)
        heads[subject] = (digest(head, link), link.position)
        rows.append(entry_row(link, work.now, heads[subject][0]))
    ADD.run(work.tx, rows)
    work.heads.update(heads)
    changed = [{"subject": s, "head": heads[s][0], "length": heads[s][1]} for s in subjects]
    MOVE_HEADS.run(work.tx, changed)
    work.touched.update(subjects)


def read(work: Work, subject: str) -> list[Entry]:
    """The whole story of one subject, oldest first."""
    return since(work, subject, 0)


def since(work: Work, subject: str, position: int) -> list[Entry]:
    """What was added after a position, also by this unit."""
    put_down(work)
    rows = work.tx.execute(
        select(entry)
        .where(entry.c.subject == subject, entry.c.position > position)
        .order_by(entry.c.position)
    )
    return [entry_of(row) for row in rows]


def latest(work: Work, subject: str, kind: str, most: int) -> list[Entry]:
    """The newest entries of one kind, also those of this unit."""
    put_down(work)
    rows = work.tx.execute(
        select(entry)
        .where(entry.c.subject == subject, entry.c.kind == kind)
        .order_by(entry.c.position.desc())
        .limit(most)
    )
    return [entry_of(row) for row in rows]


def count(work: Work) -> int:
    """How many entries the whole book holds."""
    put_down(work)
    return int(work.tx.scalar(select(func.coalesce(func.sum(chain.c.length), 0))) or 0)


def find_breaks(work: Work) -> Iterator[Broken]:
    """Every chain that does not hold. Each is read with its head in one statement: PostgreSQL shows
    two statements two moments, and what was added between them would look like a forgery."""
    subjects = work.tx.scalars(select(chain.c.subject).order_by(chain.c.subject)).all()
    with_head = (
        select(entry, chain.c.head, chain.c.length)
        .select_from(chain.outerjoin(entry, entry.c.subject == chain.c.subject))
        .order_by(entry.c.position)
    )
    for subject in subjects:
        rows = work.tx.execute(with_head.where(chain.c.subject == subject)).all()
        links = ((link_of(row._asdict()), row.digest) for row in rows if row.digest is not None)
        broken = first_break(links, head=rows[0].head, length=rows[0].length)
        if broken is not None:
            yield Broken(subject, broken.position, broken.why)


def _heads(work: Work, subjects: Iterable[str]) -> dict[str, tuple[str, int]]:
    unread = [subject for subject in subjects if subject not in work.heads]
    if unread:
        for row in HEADS.rows(work.tx, unread):
            work.heads[row.subject] = (row.head, row.length)
    return {subject: work.heads[subject] for subject in subjects if subject in work.heads}


def entry_row(link: Link, at: datetime, kept: str) -> dict[str, Any]:
    """The columns of an entry."""
    return {
        "subject": link.subject,
        "position": link.position,
        "at": at,
        "by": link.by,
        "kind": link.kind,
        "data": link.data,
        "digest": kept,
    }


def link_of(row: dict[str, Any]) -> Link:
    """What the digest covers, from an entry's columns."""
    return Link(
        row["subject"], row["position"], to_micros(row["at"]), row["by"], row["kind"], row["data"]
    )


def entry_of(row: Row[Any]) -> Entry:
    """The noun a row stands for."""
    event = msgspec.json.decode(row.data, type=KINDS[row.kind])
    return Entry(row.subject, row.position, row.at, row.by, event, row.digest)
