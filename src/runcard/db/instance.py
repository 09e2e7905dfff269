"""Which database this is: a name in it, and outside of it what a copy does not take along.

SQLite: the name again in a file beside the database; and, for a copy of the whole folder, where the
file lies and its number in the file system. Only one of those two may change by itself: a folder is
moved or mounted elsewhere, and a disk numbers its files anew. PostgreSQL: the numbers by which the
server knows the database.
"""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Column, Integer, String, Table, select, update

from runcard.db.dialect import file_of, place_on_server, upsert
from runcard.db.durable import written_beside
from runcard.db.metadata import metadata
from runcard.db.work import Work

ONLY = 1
NO_NAME = "it was copied or restored here: {file} does not bear its name"
WHOLE_FOLDER = "it was copied with its folder: it was kept in {before}"
ANOTHER_SERVER = "it was copied or restored: the server knows it by other numbers than before"

instance = Table(
    "instance",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", String, nullable=False),
    Column("place", String, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the database is now, beside what it says of itself."""

    place: str
    name_file: Path | None
    """Of a database that is a file."""
    name_beside: str | None
    name: str | None
    """None where nobody has given it one."""
    place_before: str

    @property
    def has_moved(self) -> bool:
        """Whether what is written down of its place is no longer so."""
        return self.place != self.place_before

    @property
    def why_a_copy(self) -> str | None:
        """None where it is the one it was, as far as can be told: in doubt it is."""
        if self.name is None:
            return None
        if self.name_file is None:
            return ANOTHER_SERVER if self.has_moved else None
        if self.name_beside != self.name:
            return NO_NAME.format(file=self.name_file)
        (path, number), (path_before, number_before) = map(parts, (self.place, self.place_before))
        if path != path_before and number != number_before:
            return WHOLE_FOLDER.format(before=path_before)
        return None


def whereabouts(work: Work) -> Whereabouts:
    """As they are now; held until this unit commits."""
    row = work.tx.execute(select(instance).with_for_update()).one_or_none()
    name, before = (None, "") if row is None else (row.name, row.place)
    file = file_of(work.tx)
    if file is None:
        return Whereabouts(place_on_server(work.tx, instance.name), None, None, name, before)
    place = f"{file}|{file.stat().st_ino}"
    name_file = name_file_of(file)
    return Whereabouts(place, name_file, read_name(name_file), name, before)


def call_it(work: Work, name: str) -> None:
    """It bears this name from now on, here."""
    row = {"id": ONLY, "name": name, "place": whereabouts(work).place}
    work.tx.execute(upsert(work.tx, instance, "id", ("name", "place")), row)


def lives_here(work: Work) -> None:
    """It lives here now."""
    place = whereabouts(work).place
    work.tx.execute(update(instance).where(instance.c.id == ONLY).values(place=place))


def draw_name() -> str:
    """One that no other database has."""
    return secrets.token_hex(16)


def name_file_of(database: Path) -> Path:
    """The file that bears the name of a database."""
    return database.with_name(f"{database.name}.instance")


def read_name(file: Path) -> str | None:
    """None where there is no file, or it was damaged."""
    try:
        said = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    name = said.get("name") if isinstance(said, dict) else None
    return name if isinstance(name, str) else None


def write_name(file: Path, name: str) -> None:
    """On disk when this returns. Raises Unavailable where the disk refuses."""
    with written_beside(file) as fresh:
        fresh.write_text(json.dumps({"name": name}), "utf-8")


def parts(place: str) -> tuple[str, str]:
    """Where a file lies, and its number."""
    path, _, number = place.rpartition("|")
    return path, number
