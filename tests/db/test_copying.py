"""One file that is whole, taken beside somebody who writes, or no file at all."""

import sqlite3
import threading
from pathlib import Path

import pytest

from runcard.db import copying
from runcard.db.copying import copy_database, faults_of
from runcard.db.engine import open_engines
from runcard.kernel.errors import NotFound, Unavailable


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two tables that are always changed together, in a database of a server that runs."""
    path = tmp_path / "runcard.db"
    with open_engines(f"sqlite:///{path}").writing.begin() as tx:
        for table in ("one", "other"):
            tx.exec_driver_sql(f"create table {table} (n integer primary key, words text)")
    return path


def grow(writer: sqlite3.Connection, number: int) -> None:
    """One transaction."""
    writer.execute("begin immediate")
    for table in ("one", "other"):
        writer.execute(f"insert into {table} values (?, ?)", (number, "x" * 2000))
    writer.execute("commit")


def counts(path: Path) -> list[int]:
    with sqlite3.connect(path) as opened:
        tables = ("one", "other")
        return [opened.execute(f"select count(*) from {table}").fetchone()[0] for table in tables]


def test_a_copy_under_load_is_of_one_moment_and_holds_the_writer_up_by_nothing(
    source: Path, tmp_path: Path
) -> None:
    written, stopping = [0], threading.Event()

    def write() -> None:
        writer = sqlite3.connect(source, isolation_level=None, timeout=0.0)
        while not stopping.is_set():
            written[0] += 1
            grow(writer, written[0])
        writer.close()

    hand = threading.Thread(target=write)
    hand.start()
    try:
        for number in range(5):
            while written[0] < 50 * (number + 1):
                assert hand.is_alive(), "the writer met a lock"
            before = written[0] - 1
            target = tmp_path / f"{number}.backup"
            copy_database(source, target)
            one, other = counts(target)
            assert one == other >= before, "of one moment, and nothing is missing from before it"
            assert faults_of(target) == ()
    finally:
        stopping.set()
        hand.join()
    assert hand.is_alive() is False


def test_the_file_is_for_its_owner_alone_and_needs_no_other(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "backups" / "one.backup"
    target.parent.mkdir()
    size = copy_database(source, target)
    assert size == target.stat().st_size
    assert target.stat().st_mode & 0o777 == 0o600
    counts(target)
    assert list(target.parent.iterdir()) == [target]


def test_where_the_copy_fails_the_old_backup_stays(tmp_path: Path) -> None:
    source, target = tmp_path / "runcard.db", tmp_path / "one.backup"
    target.write_bytes(b"the one of yesterday")
    source.write_bytes(b"no database" * 1000)
    with pytest.raises(Unavailable, match="cannot be read as a database"):
        copy_database(source, target)
    assert target.read_bytes() == b"the one of yesterday"
    assert not (tmp_path / "one.backup.new").exists()


def test_what_is_not_there_or_has_no_room_is_said(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotFound, match="There is no database"):
        copy_database(tmp_path / "nothing.db", tmp_path / "copy")
    with pytest.raises(Unavailable, match="is no folder"):
        copy_database(source, tmp_path / "nowhere" / "copy")
    monkeypatch.setattr(copying, "LEFT_FREE", 1 << 60)
    with pytest.raises(Unavailable, match="choose another disk"):
        copy_database(source, tmp_path / "copy")


def test_a_damaged_page_is_found(source: Path, tmp_path: Path) -> None:
    writer = sqlite3.connect(source, isolation_level=None)
    for number in range(1, 200):
        grow(writer, number)
    writer.close()
    target = tmp_path / "one.backup"
    size = copy_database(source, target)
    with target.open("r+b") as file:
        for place in range(4096 * 4, size - 4096, 4096):
            file.seek(place)
            file.write(b"\xff" * 64)
    assert faults_of(target)


def test_looking_changes_nothing_and_leaves_nothing(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "backups" / "one.backup"
    target.parent.mkdir()
    copy_database(source, target)
    before = target.read_bytes()
    target.chmod(0o400)
    assert faults_of(target) == ()
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]
