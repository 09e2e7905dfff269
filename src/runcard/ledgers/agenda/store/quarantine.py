"""What was planned in a database that was copied: out of the agenda, until a person says so."""

from collections.abc import Sequence

from sqlalchemy import (
    Column,
    Integer,
    Select,
    String,
    Table,
    delete,
    exists,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.sql.elements import ColumnElement

from runcard.db.dialect import among, insert_or_ignore, upsert
from runcard.db.metadata import Instant, metadata
from runcard.db.prepared import Lookup
from runcard.db.work import Work
from runcard.ledgers.agenda.model import JobState, KeptBack, Quarantined
from runcard.ledgers.agenda.store.jobs import is_ready, is_running, job
from runcard.ledgers.agenda.store.timers import timer

ONLY = 1
quarantine = Table(
    "quarantine",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("since", Instant, nullable=False),
    Column("why", String, nullable=False),
)
quarantined_subject = Table(
    "quarantined_subject", metadata, Column("subject", String, primary_key=True)
)
quarantined_timer = Table(
    "quarantined_timer",
    metadata,
    Column("key", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("step", Integer, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("planned_at", Instant, nullable=False),
)
COLUMNS = [column.name for column in quarantined_timer.c]
QUARANTINED = Lookup(
    lambda dialect: select(quarantined_subject).where(among(dialect, quarantined_subject.c.subject))
)


def look(work: Work) -> Quarantined | None:
    """None where nothing is in quarantine."""
    row = work.tx.execute(select(quarantine)).one_or_none()
    return None if row is None else Quarantined(row.since, row.why)


def begin(work: Work, why: str, subjects: Select[tuple[str]]) -> KeptBack:
    """Everything that is planned now is kept back, and nobody mends these subjects. What is planned
    from now on is carried out. Done twice, it keeps back what came between."""
    row = {"id": ONLY, "since": work.now, "why": why}
    work.tx.execute(upsert(work.tx, quarantine, "id", ("since", "why")), row)
    put_in = insert_or_ignore(work.tx, quarantined_subject)
    work.tx.execute(put_in.from_select(["subject"], subjects))
    planned = select(*(timer.c[name] for name in COLUMNS)).where(true())
    away = insert_or_ignore(work.tx, quarantined_timer)
    work.tx.execute(away.from_select(COLUMNS, planned))
    timers = work.tx.execute(delete(timer)).rowcount
    unfinished = update(job).where(or_(is_ready, is_running))
    kept = {"state": JobState.QUARANTINED.value, "lease_until": None}
    return KeptBack(timers, work.tx.execute(unfinished.values(**kept)).rowcount)


def end(work: Work) -> KeptBack:
    """What was kept back is planned again, as it was; what is overdue is due now."""
    kept = select(*(quarantined_timer.c[name] for name in COLUMNS)).where(true())
    work.tx.execute(insert_or_ignore(work.tx, timer).from_select(COLUMNS, kept))
    timers = work.tx.execute(delete(quarantined_timer)).rowcount
    waiting = update(job).where(job.c.state == JobState.QUARANTINED.value)
    jobs = work.tx.execute(waiting.values(state=JobState.READY.value)).rowcount
    for table in (quarantined_subject, quarantine):
        work.tx.execute(delete(table))
    work.timer_is_armed(work.now)
    work.job_is_ready(work.now)
    return KeptBack(timers, jobs)


def among_quarantined(work: Work, subjects: Sequence[str]) -> set[str]:
    """Those of the subjects that are in quarantine."""
    return {row.subject for row in QUARANTINED.rows(work.tx, subjects)}


def let_out(work: Work, subjects: Sequence[str]) -> None:
    """These go on by themselves."""
    out = delete(quarantined_subject).where(quarantined_subject.c.subject.in_(subjects))
    work.tx.execute(out)


def is_quarantined(subject: Column[str]) -> ColumnElement[bool]:
    """As part of a question about subjects."""
    return exists().where(quarantined_subject.c.subject == subject)
