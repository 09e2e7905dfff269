"""What is accepted while the database is away is on disk, and comes back in order."""

import os
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.db.spool import HEAD, Spool, records_in
from runcard.kernel.errors import Unavailable


def drained(spool: Spool) -> list[bytes]:
    found = []
    for path, records in spool.drain():
        found += records
        spool.drop(path)
    return found


def test_what_is_put_comes_back_in_order_and_only_once(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "spool")
    assert spool.is_empty
    spool.put([b"one", b"two"])
    spool.put([b""])
    spool.put([b"three"])
    assert not spool.is_empty
    assert drained(spool) == [b"one", b"two", b"", b"three"]
    assert spool.is_empty
    assert drained(spool) == []


def test_what_was_put_outlives_the_process(tmp_path: Path) -> None:
    Spool(tmp_path).put([b"one"])
    later = Spool(tmp_path)
    assert not later.is_empty
    later.put([b"two"])
    assert drained(later) == [b"one", b"two"]


def test_what_is_put_while_it_drains_comes_after(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool.put([b"one"])
    found = []
    for path, records in spool.drain():
        if found == []:
            spool.put([b"two"])
        found += records
        spool.drop(path)
    assert found == [b"one", b"two"]


def test_a_segment_that_could_not_be_carried_out_is_kept(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool.put([b"one"])
    assert [records for _, records in spool.drain()] == [[b"one"]]
    assert drained(spool) == [b"one"]


@given(records=st.lists(st.binary(max_size=40), max_size=8), cut=st.integers(0, 400))
def test_a_cut_never_brings_a_record_that_was_not_put(records: list[bytes], cut: int) -> None:
    words = b"".join(HEAD.pack(len(one), zlib.crc32(one)) + one for one in records)
    found = records_in(words[:cut])
    assert found == records[: len(found)]


def test_a_spool_that_is_full_says_so_and_keeps_nothing_more(tmp_path: Path) -> None:
    spool = Spool(tmp_path, most=64)
    spool.put([b"x" * 40])
    with pytest.raises(Unavailable, match="spool"):
        spool.put([b"y" * 40])
    assert drained(spool) == [b"x" * 40]
    spool.put([b"y" * 40])


def test_half_a_record_is_cut_off_when_the_disk_refuses(tmp_path: Path) -> None:
    disk = DiskThatFills()
    spool = Spool(tmp_path, write=disk.write)
    spool.put([b"one"])
    disk.is_full = True
    with pytest.raises(Unavailable, match="No space left"):
        spool.put([b"two"])
    disk.is_full = False
    spool.put([b"three"])
    assert drained(spool) == [b"one", b"three"]


class DiskThatFills:
    """Takes half of what it is given, and then nothing."""

    def __init__(self) -> None:
        self.is_full = False

    def write(self, file: int, words: bytes) -> int:
        if not self.is_full:
            return os.write(file, words)
        if len(words) < len(b"two") + HEAD.size:
            raise OSError(28, os.strerror(28))
        return os.write(file, words[: len(words) // 2])


def test_many_segments_are_one_story(tmp_path: Path) -> None:
    spool = Spool(tmp_path, segment_bytes=30)
    said = [f"record {n}".encode() for n in range(20)]
    for one in said:
        spool.put([one])
    assert len(list(tmp_path.glob("spool-*.log"))) > 5
    assert drained(spool) == said


def test_whoever_drains_it_is_woken(tmp_path: Path) -> None:
    rung: list[str] = []
    spool = Spool(tmp_path, on_put=lambda: rung.append("put"))
    spool.put([b"one"])
    assert rung == ["put"]


def test_a_look_takes_nothing(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool.put([b"one"])
    spool.put([b"two"])
    assert list(spool.look()) == [b"one", b"two"]
    assert drained(spool) == [b"one", b"two"]


def test_what_is_set_aside_waits_for_nobody(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool.put([b"bad"])
    place = spool.set_aside(b"bad")
    drained(spool)
    assert (spool.is_empty, place.read_bytes()) == (True, b"bad")


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be written"):
        Spool(tmp_path / "not" / "there").set_aside(b"bad")
