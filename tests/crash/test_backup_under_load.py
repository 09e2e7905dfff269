"""R-48: a backup taken under load is of one moment and whole; what is restored of it pages nobody
until a person says so, and then what is open goes on."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import psycopg
import pytest
from sqlalchemy import create_engine, make_url, text

from tests.crash.aftermath import a_seed, aftermath, driver, eventually, wait_until_quiet
from tests.crash.conftest import MakesNode
from tests.crash.gigabyte import grown_to
from tests.crash.load import Accepted, Load, post
from tests.crash.node import Node
from tests.crash.sink import SinkThatKills
from tests.figures import Figures
from tests.peers.postgres import PostgresServer

SEED = "RUNCARD_CRASH_SEED"
SILENCE_S = 3.0
THREE_HOURS = 3 * 3600 * 1_000_000
GIGABYTE = 1_000_000_000
WITHIN_S = 300.0


@pytest.mark.crash
def test_a_backup_under_load_is_restored_elsewhere_and_waits(
    make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures, tmp_path: Path
) -> None:
    north, south, backup = make_node("north"), make_node("south"), tmp_path / "one.backup"

    def taken() -> None:
        said = north.operator_says("db", "backup", str(backup))
        assert said.returncode == 0, said.stderr

    before = lost_after_a_backup(north, figures, taken)
    assert south.operator_says("db", "check", str(backup)).returncode == 0
    said = south.operator_says("db", "restore", str(backup))
    assert said.returncode == 0, said.stderr
    with sqlite3.connect(south.folder / "data" / "runcard.db") as opened:
        opened.execute("update quarantined_timer set due_at = due_at - ?", (THREE_HOURS,))
    webhook_sink.forget()
    told = waits_for_a_person(south, webhook_sink, before)
    figures.keep("R-48", database="SQLite", accepted_before=len(before), lost=0, **told)


@pytest.mark.crash
def test_a_dump_under_load_is_restored_elsewhere_and_waits(
    make_node: MakesNode,
    webhook_sink: SinkThatKills,
    postgres_server: PostgresServer,
    postgres_url: str,
    figures: Figures,
) -> None:
    """By PostgreSQL's own tools, into another database of the same server."""
    binaries = postgres_server.binaries
    dump = None if binaries is None else shutil.which("pg_dump", path=str(binaries))
    if binaries is None or dump is None:
        pytest.skip("this PostgreSQL comes without pg_dump")
    elsewhere = postgres_server.create_database()
    north, south = make_node("north", database=postgres_url), make_node("south", database=elsewhere)
    backup = north.folder / "one.dump"

    def taken() -> None:
        tool(dump, "--format=custom", f"--file={backup}", f"--dbname={postgres_url}")

    before = lost_after_a_backup(north, figures, taken)
    tool(str(binaries / "pg_restore"), "--exit-on-error", f"--dbname={elsewhere}", str(backup))
    assert south.operator_says("db", "check").returncode == 0
    with psycopg.connect(elsewhere) as opened:
        opened.execute("update timer set due_at = due_at - %s", (THREE_HOURS,))
    webhook_sink.forget()
    told = waits_for_a_person(south, webhook_sink, before)
    figures.keep("R-48", database="PostgreSQL", accepted_before=len(before), lost=0, **told)
    south.stop()
    postgres_server.drop_database(elsewhere)


def tool(*words: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=120.0)
    assert done.returncode == 0, done.stderr


def lost_after_a_backup(
    north: Node, figures: Figures, taken: Callable[[], None]
) -> Sequence[Accepted]:
    """Load, a backup at a random moment of it, and then the machine is gone. What was accepted
    before the backup was begun."""
    seed = a_seed(os.environ.get(SEED))
    figures.say(f"{SEED}={seed}")
    north.start()
    with Load([north], seed) as load:
        time.sleep(random.Random(seed).uniform(0.5, 2.5))
        before = tuple(load.accepted)
        taken()
        after = len(load.accepted)
        load.stop()
    assert before, "that was no load"
    assert after > len(before), "it went on meanwhile"
    north.kill()
    return before


def waits_for_a_person(
    south: Node, sink: SinkThatKills, before: Sequence[Accepted]
) -> dict[str, float]:
    """The copy starts, three hours after everything in it was planned."""
    south.start()
    assert readiness(south)["status"] == "quarantine"
    assert aftermath(south.address, sink).lost_alerts(before) == set()
    time.sleep(SILENCE_S)
    assert sink.received == [], "nobody has said yet that this one carries on"
    assert "runcard db release" in south.log()
    assert "Quarantine" in south.operator_says("doctor").stdout
    [new] = post(south, "gate-new")
    [page] = sink.wait_for(lambda _: True)
    assert page.path == "/ada", "what is posted to the copy pages"
    [again] = post(south, "gate-new")
    assert again == new
    said = south.operator_says("db", "release", "--json")
    assert said.returncode == 0, said.stderr
    kept = json.loads(said.stdout)
    unanswered = how_many_unanswered(south.address)
    sink.wait_for(lambda one: one.path == "/bo", count=unanswered - 1)
    wait_until_quiet(south.address)
    time.sleep(SILENCE_S)
    assert readiness(south)["status"] == "ok"
    assert south.operator_says("verify").returncode == 0
    pages = Counter((one.path, one.json()["link"]) for one in sink.received)
    assert set(pages.values()) == {1}, "one page a person and incident, and no storm of levels"
    levels = Counter(path for path, _ in pages)
    assert levels["/bo"] == unanswered - 1 > 0, "the level that was due, of each but the new one"
    assert levels["/ada"] <= 1 + kept["jobs"], "the new one, and what was in the air"
    return {"silent_s": SILENCE_S, "timers_kept": kept["timers"], "pages_kept": kept["jobs"]}


def how_many_unanswered(address: str) -> int:
    """Read from outside, while its server runs."""
    engine = create_engine(make_url(address).set(drivername=driver(address)))
    with engine.connect() as tx:
        count = tx.scalar(text("select count(*) from incident where state = 'open'"))
    engine.dispose()
    return int(count or 0)


def readiness(node: Node) -> dict[str, str]:
    answer: dict[str, str] = node.ask_openly("/readyz")
    return answer


@pytest.mark.reliability
def test_a_gigabyte_is_backed_up_under_load_and_restored_in_time(
    make_node: MakesNode, figures: Figures, tmp_path: Path
) -> None:
    north, south, backup = make_node("north"), make_node("south"), tmp_path / "one.backup"
    north.start()
    post(north, "gate-1")
    eventually(lambda: "page attempt" in north.log(), "it is written down")
    north.stop()
    incidents = grown_to(GIGABYTE, north.folder / "data" / "runcard.db")
    north.start()
    usual = seconds_of_posts(north, "usual", until=after(seconds=5.0))
    done = threading.Event()
    took: dict[str, float] = {}

    def back_up() -> None:
        took["backup"] = seconds_of(north, "db", "backup", str(backup))
        done.set()

    hand = threading.Thread(target=back_up)
    hand.start()
    meanwhile = seconds_of_posts(north, "meanwhile", until=done.is_set)
    hand.join()
    north.kill()
    took["check"] = seconds_of(south, "db", "check", str(backup))
    took["restore"] = seconds_of(south, "db", "restore", str(backup))
    figures.keep(
        "R-48",
        bytes=backup.stat().st_size,
        incidents=incidents,
        backup_s=round(took["backup"], 1),
        check_s=round(took["check"], 1),
        restore_s=round(took["restore"], 1),
        post_ms=round(median(usual) * 1000, 1),
        slowest_post_ms=round(max(usual) * 1000, 1),
        post_during_backup_ms=round(median(meanwhile) * 1000, 1),
        slowest_post_during_backup_ms=round(max(meanwhile) * 1000, 1),
    )
    south.start()
    assert readiness(south)["status"] == "quarantine"
    assert backup.stat().st_size >= GIGABYTE
    assert took["backup"] + took["restore"] <= WITHIN_S
    assert took["check"] <= WITHIN_S
    assert max(meanwhile) < 5.0, "nobody was held up for as long as a sender waits"


def seconds_of(node: Node, *words: str) -> float:
    begun = time.monotonic()
    said = node.operator_says(*words)
    assert said.returncode == 0, said.stdout + said.stderr
    return time.monotonic() - begun


def after(seconds: float) -> Callable[[], bool]:
    ends_at = time.monotonic() + seconds
    return lambda: time.monotonic() > ends_at


def seconds_of_posts(node: Node, name: str, until: Callable[[], bool]) -> list[float]:
    """One after another, each an incident of its own."""
    took: list[float] = []
    while not until():
        begun = time.monotonic()
        post(node, f"{name}-{len(took)}")
        took.append(time.monotonic() - begun)
        time.sleep(0.02)
    return took
