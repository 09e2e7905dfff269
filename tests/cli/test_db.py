"""Backups on the command line: taken, looked at, put in place, and let carry on."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from runcard.db.database import Database
from runcard.db.engine import open_engines
from runcard.db.migrate import known, open_of_this_version
from runcard.flows.house import ENGINE
from runcard.ledgers.agenda.model import Timer
from runcard.ledgers.agenda.store import timers
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import NoteWritten
from runcard.testing.clock import FrozenClock
from tests.cli.conftest import FakeApi, Run

POSTGRESQL = "postgresql://runcard:hidden@db.fernway.example/pager"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """With one entry on a timeline and one timer, which was never started on."""
    path = tmp_path / "runcard-data" / "runcard.db"
    db = Database()
    db.open(open_of_this_version(f"sqlite:///{path}"))
    db.write(lambda work: timeline.write(work, "inc_1", NoteWritten("the bow door")), ENGINE)
    timer = Timer("t", "escalate", "inc_1", FrozenClock().now())
    db.write(lambda work: timers.arm(work, [timer]), ENGINE)
    db.close()
    return path


def timers_in(path: Path) -> int:
    with sqlite3.connect(path) as opened:
        return int(opened.execute("select count(*) from timer").fetchone()[0])


def test_a_backup_is_taken_beside_a_server_and_checked(run: Run, database: Path) -> None:
    server = open_engines(f"sqlite:///{database}")
    done = run("db", "backup", "one.backup")
    assert done.exit_code == 0
    assert done.stdout.startswith("✓ Backed up 0.")
    assert done.stdout.rstrip().endswith("to one.backup")
    assert "runcard db check one.backup" in done.stderr
    looked = run("db", "check", "one.backup")
    assert looked.exit_code == 0
    assert [line.split()[:2] for line in looked.stdout.splitlines()] == [
        ["✓", "File"], ["✓", "Schema"], ["✓", "Timeline"],
    ]  # fmt: skip
    assert "1 entries, none changed" in looked.stdout
    assert run("db", "check").exit_code == 0, "that of the settings, beside its server"
    server.close()


def test_a_backup_that_is_there_is_kept(run: Run, database: Path) -> None:
    Path("one.backup").write_text("yesterday")
    refused = run("db", "backup", "one.backup")
    assert (refused.exit_code, "add --overwrite" in refused.stderr) == (5, True)
    assert Path("one.backup").read_text() == "yesterday"
    told = json.loads(run("db", "backup", "one.backup", "--overwrite", "--json").stdout)
    assert told["bytes"] == Path("one.backup").stat().st_size


def test_what_waits_in_the_spool_is_said(run: Run, database: Path) -> None:
    spool = database.parent / "spool"
    spool.mkdir()
    (spool / "spool-000000000001.log").write_bytes(b"x" * 77)
    assert "▲ 77 bytes" in run("db", "backup", "one.backup").stderr


def test_a_restored_database_waits_until_somebody_says_so(
    run: Run, database: Path, tmp_path: Path
) -> None:
    run("db", "backup", "one.backup")
    elsewhere = {"RUNCARD_DATA": str(tmp_path / "elsewhere")}
    done = run("db", "restore", "one.backup", **elsewhere)
    assert done.exit_code == 0, done.stderr
    assert "1 entries hold" in done.stdout
    assert "then runcard db release" in done.stderr
    restored = tmp_path / "elsewhere" / "runcard.db"
    assert sorted(one.name for one in restored.parent.iterdir()) == [
        "runcard.db", "runcard.db.instance", "runcard.db.lock",
    ]  # fmt: skip
    assert timers_in(restored) == 0
    assert restored.stat().st_mode & 0o777 == 0o600
    said = run("doctor", **elsewhere)
    assert "▲  Quarantine" in said.stdout
    released = run("db", "release", **elsewhere)
    assert (
        released.stdout
        == "✓ The quarantine is over; what was planned (timers 1, pages 0) is carried out\n"
    )
    assert timers_in(restored) == 1
    assert run("db", "release", **elsewhere).exit_code == 5, "once"
    assert "Quarantine" not in run("doctor", **elsewhere).stdout


def test_a_database_that_is_there_is_moved_aside_whole_or_left(run: Run, database: Path) -> None:
    run("db", "backup", "one.backup")
    refused = run("db", "restore", "one.backup")
    assert (refused.exit_code, "--move-aside" in refused.stderr) == (5, True)
    assert timers_in(database) == 1
    told = json.loads(run("db", "restore", "one.backup", "--move-aside", "--json").stdout)
    assert timers_in(Path(told["aside"])) == 1
    assert timers_in(database) == 0


def test_the_log_of_what_was_there_goes_with_it(run: Run, database: Path) -> None:
    """Else SQLite would play it into the backup."""
    run("db", "backup", "one.backup")
    left = open_engines(f"sqlite:///{database}")
    with left.writing.begin() as tx:
        tx.execute(text("delete from timer"))
    log = Path(f"{database}-wal").read_bytes()
    left.close()
    Path(f"{database}-wal").write_bytes(log)
    run("db", "restore", "one.backup", "--move-aside")
    assert not Path(f"{database}-wal").exists()
    assert run("db", "check").exit_code == 0


def test_nothing_is_restored_under_a_server_that_runs(run: Run, database: Path) -> None:
    run("db", "backup", "one.backup")
    server = open_engines(f"sqlite:///{database}")
    refused = run("db", "restore", "one.backup", "--move-aside")
    assert refused.exit_code == 5
    assert "in use by another Runcard" in refused.stderr
    server.close()


def broken_chain(path: Path) -> None:
    with sqlite3.connect(path) as opened:
        opened.execute('update entry set data = \'{"text":"the stern door"}\'')


def damaged(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def emptied(path: Path) -> None:
    path.unlink()
    sqlite3.connect(path).executescript("create table something (n)")


def of_tomorrow(path: Path) -> None:
    with sqlite3.connect(path) as opened:
        opened.execute("update alembic_version set version_num = '9999'")


@pytest.mark.parametrize(
    ("spoil", "about"),
    [
        (broken_chain, "was changed after it was written"),
        (damaged, "✕"),
        (emptied, "no database of Runcard"),
        (of_tomorrow, "9999"),
    ],
)
def test_a_backup_that_cannot_be_used_changes_nothing(
    run: Run, database: Path, spoil: Callable[[Path], None], about: str
) -> None:
    run("db", "backup", "one.backup")
    spoil(Path("one.backup"))
    looked = run("db", "check", "one.backup")
    assert looked.exit_code == 7
    assert about in looked.stdout
    before = database.read_bytes()
    refused = run("db", "restore", "one.backup", "--move-aside")
    assert refused.exit_code in {5, 6, 7}
    assert database.read_bytes() == before
    assert not list(database.parent.glob("*.restored*"))


@pytest.mark.parametrize("call", [("backup", "x"), ("check", "x"), ("restore", "x")])
def test_a_file_that_is_not_there_is_said(run: Run, call: tuple[str, ...]) -> None:
    said = run("db", *call)
    assert said.exit_code == 4
    assert "There is no file" in said.stderr


def test_a_person_may_say_that_it_is_a_copy(run: Run, database: Path) -> None:
    assert run("db", "quarantine").exit_code == 0
    assert timers_in(database) == 0
    assert run("db", "release").exit_code == 0
    assert timers_in(database) == 1


def test_a_copy_nobody_has_started_yet_is_released_for_good(run: Run, database: Path) -> None:
    run("db", "quarantine")
    run("db", "release")
    Path(f"{database}.instance").unlink()
    assert run("db", "release").exit_code == 0
    assert run("db", "release").exit_code == 5, "it is known for what it is"


def test_a_server_that_runs_is_asked(ask: Run, api: FakeApi) -> None:
    api.on("POST /api/v1/quarantine/release", {"timers": 3, "jobs": 2})
    assert ask("db", "release").stdout.startswith(
        "✓ The quarantine is over; what was planned (timers 3, pages 2)"
    )


@pytest.mark.parametrize(
    ("call", "command"),
    [(("backup", "x"), "pg_dump --format=custom"), (("restore", "x"), "pg_restore ")],
)
def test_postgresql_is_left_to_its_own_tools(run: Run, call: tuple[str, ...], command: str) -> None:
    said = run("db", *call, RUNCARD_DATABASE=POSTGRESQL)
    assert said.exit_code == 2
    assert command in said.stderr
    assert "--dbname='postgresql://runcard@db.fernway.example/pager'" in said.stderr
    assert "hidden" not in said.stderr


def test_a_database_on_a_server_is_checked(run: Run, postgres_url: str) -> None:
    missing = run("db", "check", postgres_url)
    assert (missing.exit_code, "no database of Runcard" in missing.stdout) == (7, True)
    db = Database()
    db.open(open_of_this_version(postgres_url))
    db.write(lambda work: timeline.write(work, "inc_1", NoteWritten("the bow door")), ENGINE)
    db.close()
    looked = run("db", "check", RUNCARD_DATABASE=postgres_url)
    assert looked.exit_code == 0
    assert known()[0] in looked.stdout
    assert "1 entries" in looked.stdout
