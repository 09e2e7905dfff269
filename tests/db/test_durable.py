"""A file and a folder are made durable; what is not there is said."""

import os
from pathlib import Path

import pytest

from runcard.db.durable import on_disk


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
