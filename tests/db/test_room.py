"""Room on the disk: a reserve while there is plenty, given up when there is none."""

import os
from pathlib import Path

import pytest
from sqlalchemy import Connection

from runcard.db.database import Database
from runcard.db.engine import open_engines
from runcard.db.migrate import upgrade
from runcard.db.room import LEAST_BYTES, Reserve, Room
from runcard.db.spool import Spool
from runcard.kernel.actor import Engine
from runcard.kernel.errors import Unavailable

SIZE = 1024 * 1024


def full(_: Reserve) -> int:
    return 0


def test_the_reserve_is_really_taken(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path, SIZE)
    assert reserve.hold() is Room.ENOUGH
    assert reserve.path.stat().st_blocks * 512 >= SIZE
    assert reserve.hold() is Room.ENOUGH


def test_it_is_given_up_once_and_taken_back_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reserve = Reserve(tmp_path, SIZE)
    reserve.hold()
    assert reserve.give_up()
    assert (reserve.room, reserve.give_up()) == (Room.SHORT, False)
    with monkeypatch.context() as patch:
        patch.setattr(Reserve, "free", lambda _: LEAST_BYTES)
        assert reserve.hold() is Room.SHORT
        patch.setattr(Reserve, "free", full)
        assert reserve.hold() is Room.NONE
    assert reserve.hold() is Room.ENOUGH


def test_a_disk_without_room_for_it_is_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Reserve, "free", lambda _: 2 * SIZE - 1)
    assert Reserve(tmp_path, SIZE).hold() is Room.SHORT


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    assert Reserve(tmp_path / "data", SIZE).hold() is Room.REFUSED


def test_a_commit_that_found_no_room_is_made_in_the_reserve(tmp_path: Path) -> None:
    """SQLite is told that its file may not grow: what it says then is what a full disk makes it
    say."""
    engines = open_engines(f"sqlite:///{tmp_path}/x.db")
    upgrade(engines.writing)
    asked: list[int] = []

    def make_room() -> bool:
        asked.append(1)
        if len(asked) == 1:
            pages_at_most(1_000_000)
        return len(asked) == 1

    def pages_at_most(number: int) -> None:
        with engines.writing.connect() as tx:
            tx.exec_driver_sql(f"pragma max_page_count={number}")

    db = Database(engines, make_room=make_room)
    db.start()
    try:
        pages_at_most(1)
        db.write(lambda work: write_much(work.tx), Engine())
        assert asked == [1]
        pages_at_most(1)
        with pytest.raises(Unavailable, match="full"):
            db.write(lambda work: write_much(work.tx), Engine())
        assert asked == [1, 1]
        found = db.read(lambda work: count(work.tx), Engine())
    finally:
        db.close()
    assert found == 1


def write_much(tx: Connection) -> None:
    tx.exec_driver_sql("create table if not exists much (words)")
    tx.exec_driver_sql("insert into much values (randomblob(100000))")


def count(tx: Connection) -> int:
    number: int = tx.exec_driver_sql("select count(*) from much").scalar_one()
    return number


def test_the_spool_is_written_into_the_reserve_too(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path, SIZE)
    reserve.hold()

    def write(segment: int, frame: bytes) -> int:
        if reserve.path.exists():
            raise OSError(28, os.strerror(28))
        return os.write(segment, frame)

    spool = Spool(tmp_path / "spool", write=write, make_room=reserve.give_up)
    spool.put([b"one"])
    assert list(spool.look()) == [b"one"]
    assert reserve.room is Room.SHORT
