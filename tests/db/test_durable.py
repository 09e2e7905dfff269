"""A file and a folder are made durable; what is not there is said."""

import errno
import os
from pathlib import Path

import pytest

from runcard.db.durable import on_disk, written_beside
from runcard.kernel.errors import Unavailable


def test_a_file_and_its_folder_are_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_ino))
    file = tmp_path / "gate"
    file.write_text("open")
    on_disk(file)
    on_disk(tmp_path)
    assert synced == [file.stat().st_ino, tmp_path.stat().st_ino]


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        on_disk(tmp_path / "none")


def test_a_file_appears_whole_and_is_its_owners_alone(tmp_path: Path) -> None:
    target = tmp_path / "gate"
    with written_beside(target) as fresh:
        fresh.write_text("open")
        assert not target.exists()
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("open", 0o600)
    assert list(tmp_path.iterdir()) == [target]


def test_what_cannot_be_written_leaves_the_old_one_alone(tmp_path: Path) -> None:
    target = tmp_path / "gate"
    target.write_text("shut")
    with pytest.raises(Unavailable, match="No space left"), written_beside(target):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert target.read_text() == "shut"
    assert list(tmp_path.iterdir()) == [target]
