"""A copy is known for one; what only moved, or was read anew, is not."""

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from runcard.db import instance
from runcard.db.database import Database
from runcard.db.dialect import place_on_server
from runcard.db.engine import open_engines
from runcard.db.instance import ANOTHER_SERVER, NO_NAME, Whereabouts
from runcard.db.migrate import upgrade
from runcard.db.work import Work
from runcard.kernel.actor import Engine
from runcard.kernel.errors import Unavailable
from runcard.testing.clock import FrozenClock

ENGINE = Engine()
HERE = "/data/runcard.db|7"
NAME_FILE = Path("/data/runcard.db.instance")


def named(database: Database, name: str) -> None:
    found = database.read(instance.whereabouts, ENGINE)
    if found.name_file is not None:
        instance.write_name(found.name_file, name)
    database.write(lambda work: instance.call_it(work, name), ENGINE)


def test_a_fresh_one_has_no_name_and_is_no_copy(database: Database) -> None:
    found = database.read(instance.whereabouts, ENGINE)
    assert (found.name, found.why_a_copy) == (None, None)


def test_one_that_was_named_here_is_recognised(database: Database) -> None:
    named(database, "first")
    found = database.read(instance.whereabouts, ENGINE)
    assert (found.name, found.has_moved, found.why_a_copy) == ("first", False, None)


def test_a_copied_file_is_a_copy(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    with_name(before, "first")
    shutil.copy(before / "runcard.db", after / "runcard.db")
    assert NO_NAME.format(file=after / "runcard.db.instance") == why(after)


def test_a_copied_folder_is_a_copy_and_a_moved_one_is_not(tmp_path: Path) -> None:
    before, moved, copied = (tmp_path / name for name in ("before", "moved", "copied"))
    before.mkdir()
    with_name(before, "first")
    shutil.copytree(before, copied)
    before.rename(moved)
    assert why(moved) is None
    assert "was copied with its folder" in str(why(copied))


def with_name(folder: Path, name: str) -> None:
    engines = open_engines(f"sqlite:///{folder}/runcard.db")
    upgrade(engines.writing)
    database = Database(engines)
    database.start()
    named(database, name)
    database.close()


def why(folder: Path) -> str | None:
    engines = open_engines(f"sqlite:///{folder}/runcard.db")
    found = Database(engines).read(instance.whereabouts, ENGINE)
    engines.close()
    return found.why_a_copy


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
def test_a_dump_that_is_restored_into_the_same_database_is_a_copy(database: Database) -> None:
    """It makes every table anew."""
    named(database, "first")

    def anew(work: Work) -> None:
        for words in (
            "create table kept as select * from instance",
            "drop table instance",
            "alter table kept rename to instance",
        ):
            work.tx.execute(text(words))

    database.write(anew, ENGINE)
    assert database.read(instance.whereabouts, ENGINE).why_a_copy == ANOTHER_SERVER


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
def test_a_server_that_keeps_its_number_to_itself_is_known_by_the_others(
    database: Database,
) -> None:
    def seen_by_a_stranger(work: Work) -> str:
        work.tx.execute(text("create role stranger"))
        work.tx.execute(text("revoke execute on function pg_control_system() from public"))
        work.tx.execute(text("set local role stranger"))
        place = place_on_server(work.tx, "instance")
        work.tx.rollback()
        return place

    with database.engines.reading.connect() as tx:
        place = seen_by_a_stranger(Work(tx, ENGINE, FrozenClock().now(), 1))
        server, of_database, of_table = place_on_server(tx, "instance").split("/")
    assert place == f"/{of_database}/{of_table}"
    assert int(server) > 0


@pytest.mark.parametrize(
    ("place", "beside", "is_copy"),
    [
        (HERE, "first", False),
        ("/data/runcard.db|8", "first", False),
        ("/mnt/runcard.db|7", "first", False),
        ("/mnt/runcard.db|8", "first", True),
        (HERE, "second", True),
        (HERE, None, True),
    ],
)
def test_a_file_in_doubt_is_the_one_it_was(place: str, beside: str | None, is_copy: bool) -> None:
    found = Whereabouts(place, NAME_FILE, beside, "first", HERE)
    assert (found.why_a_copy is not None) is is_copy


@pytest.mark.parametrize("words", ["", "no json", "[]", json.dumps({"name": 7}), "{}"])
def test_a_file_that_was_damaged_names_nobody(tmp_path: Path, words: str) -> None:
    (tmp_path / "name").write_text(words)
    assert instance.read_name(tmp_path / "name") is None


def test_a_name_is_for_its_owner_alone(tmp_path: Path) -> None:
    instance.write_name(tmp_path / "name", "first")
    assert instance.read_name(tmp_path / "name") == "first"
    assert (tmp_path / "name").stat().st_mode & 0o777 == 0o600
    with pytest.raises(Unavailable, match="cannot be written"):
        instance.write_name(tmp_path / "nowhere" / "name", "first")
