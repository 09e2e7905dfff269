"""A server leaves a note that only its owner reads; a client finds it."""

import stat
from pathlib import Path

import pytest

from runcard.interfaces.cli.discovery import (
    Server,
    find_server,
    leave_note,
    read_note,
    take_note_away,
)
from runcard.interfaces.cli.invocation import Invocation
from runcard.kernel.errors import Forbidden, Unavailable
from runcard.kernel.secret import Secret

HERE = Server(
    "http://127.0.0.1:8420", Secret("rct_a"), "http://127.0.0.1:8420/enter", (("generic", "u"),)
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("RUNCARD_SERVER", "RUNCARD_TOKEN", "RUNCARD_CONFIG", "RUNCARD_DATA"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "runcard-data").mkdir()
    (tmp_path / "demo-data").mkdir()
    return tmp_path


def test_the_note_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    leave_note(tmp_path, HERE)
    assert stat.S_IMODE((tmp_path / "server.json").stat().st_mode) == 0o600
    assert read_note(tmp_path) == HERE


def test_a_client_finds_the_server_of_this_folder() -> None:
    leave_note(Path("runcard-data"), HERE)
    assert find_server(Invocation()) == HERE


def test_a_running_demo_is_found_too() -> None:
    leave_note(Path("demo-data"), HERE)
    assert find_server(Invocation()).url == HERE.url


def test_a_server_that_left_is_not_found() -> None:
    leave_note(Path("runcard-data"), HERE)
    take_note_away(Path("runcard-data"))
    with pytest.raises(Unavailable):
        find_server(Invocation())


def test_a_damaged_note_is_no_note(tmp_path: Path) -> None:
    (tmp_path / "server.json").write_text("{", encoding="utf-8")
    assert read_note(tmp_path) is None


def test_a_server_elsewhere_wants_a_token_of_its_own() -> None:
    leave_note(Path("runcard-data"), HERE)
    with pytest.raises(Forbidden, match="wants a token"):
        find_server(Invocation(server="https://runcard.example"))


def test_naming_the_server_here_needs_no_token() -> None:
    leave_note(Path("runcard-data"), HERE)
    assert find_server(Invocation(server="http://127.0.0.1:8420/")) == HERE


def test_a_token_in_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_note(Path("runcard-data"), HERE)
    monkeypatch.setenv("RUNCARD_TOKEN", "rct_b")
    assert find_server(Invocation()).token.reveal() == "rct_b"
