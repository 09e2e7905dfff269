"""A backup takes the place of the database: looked at first, put in quarantine, then swapped in."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL

from runcard.db.copying import copy_database, faults_of
from runcard.db.database import Database
from runcard.db.durable import on_disk
from runcard.db.engine import lock_file, open_to_read
from runcard.db.instance import name_file_of
from runcard.db.migrate import open_of_this_version, state
from runcard.flows.database_is_recognised import ENGINE, database_is_put_in_quarantine
from runcard.kernel.errors import Conflict
from runcard.ledgers.timeline.queries import Verified, verified

COMPANIONS = ("-wal", "-shm", ".instance")
WHY = "it was restored from {backup}"


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at a database found."""

    faults: tuple[str, ...]
    """Of the file itself."""
    schema: str | None
    timeline: Verified | None
    """None where there is none to look at."""

    @property
    def is_sound(self) -> bool:
        """Whether it may be used."""
        return not self.faults and self.timeline is not None and not self.timeline.breaks


@dataclass(frozen=True, slots=True)
class Restored:
    """Where it lies now, how large it is, and where that lies which was there before."""

    database: Path
    size: int
    looked: Looked
    aside: Path | None


def looked_at(file: Path) -> Looked:
    """The file, its schema and its timelines; nothing of it changes."""
    faults = faults_of(file)
    if faults:
        return Looked(faults, None, None)
    engines = open_to_read(file)
    try:
        schema = state(engines.reading)
        found = None if schema is None else Database(engines).read(verified, ENGINE)
        return Looked((), schema, found)
    finally:
        engines.close()


def database_is_restored(backup: Path, target: Path, aside: Path | None) -> Restored | Looked:
    """What was found instead, where the backup cannot be used: then nothing has changed. With
    `aside`, a database that is there is moved; without, it is a Conflict. While this goes on
    nobody else can have the database."""
    with nobody_else_has(target):
        if target.exists() and aside is None:
            raise Conflict(f"{target} is there, and a backup would take its place")
        fresh = target.with_name(f"{target.name}.restored")
        try:
            size = copy_database(backup, fresh)
            looked = looked_at(fresh)
            if not looked.is_sound:
                return looked
            put_in_quarantine(fresh, WHY.format(backup=backup.absolute()))
            moved = swapped(fresh, target, aside)
        finally:
            for companion in ("", ".lock", *COMPANIONS):
                beside(fresh, companion).unlink(missing_ok=True)
        return Restored(target, size, looked, moved)


def put_in_quarantine(file: Path, why: str) -> None:
    """Brought to the schema of this version, too."""
    url = URL.create("sqlite", database=str(file)).render_as_string()
    db = Database()
    db.open(open_of_this_version(url))
    try:
        database_is_put_in_quarantine(db, why)
    finally:
        db.close()


def swapped(fresh: Path, target: Path, aside: Path | None) -> Path | None:
    """The old one goes whole, with its log, before the new one comes: a log that is found beside
    another database would be played into it."""
    on_disk(fresh)
    moved = aside if target.exists() else None
    for companion in (*COMPANIONS, ""):
        old = beside(target, companion)
        if aside is not None and old.exists():
            old.replace(beside(aside, companion))
    # What is left beside a database that is gone belongs to nothing.
    for companion in COMPANIONS:
        beside(target, companion).unlink(missing_ok=True)
    name_file_of(fresh).replace(name_file_of(target))
    fresh.replace(target)
    on_disk(target.parent)
    return moved


def aside_of(target: Path, now: datetime) -> Path:
    """Where a database goes that makes room for a backup."""
    return target.with_name(f"{target.name}.before-{now:%Y%m%dT%H%M%S}")


def beside(database: Path, companion: str) -> Path:
    """A file that belongs to a database; with no companion, itself."""
    return database.with_name(f"{database.name}{companion}")


@contextmanager
def nobody_else_has(target: Path) -> Iterator[None]:
    """Raises Conflict while a server runs on it."""
    lock = lock_file(target)
    try:
        yield
    finally:
        os.close(lock)
