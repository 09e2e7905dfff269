"""Power is lost at any of two thousand moments (R-04): the database opens, it is whole, and every
alert that had been answered is there; so is what was kept in the spool."""

import os
import random
import sqlite3
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from runcard.db.spool import Spool
from runcard.flows.spool_records import Post, unpacked
from tests.crash.aftermath import a_seed
from tests.crash.conftest import MakesNode
from tests.crash.load import a_client, payload
from tests.crash.node import Node
from tests.crash.power import Disk, Event, events_in, is_possible, recorded
from tests.crash.test_database_is_away import taken_from
from tests.figures import Figures

pytestmark = pytest.mark.reliability
SEED = "RUNCARD_POWER_SEED"
MOMENTS, POSTS = 2_000, 60
NAMES = ("runcard.db", "runcard.db-wal")


@pytest.fixture(autouse=True)
def tracing() -> None:
    if (why := is_possible()) is not None:
        pytest.skip(why)


def posted(node: Node, number: int) -> dict[str, float]:
    """When each alert was answered with yes."""
    answered: dict[str, float] = {}
    with a_client() as client:
        for one in range(number):
            answer = client.post(node.intake, json=payload(f"a{one}"))
            assert answer.status_code == 202
            answered[f"a{one}"] = time.time()
    return answered


def moments(
    disks: Mapping[Path, Disk], events: list[Event], number: int, chance: random.Random
) -> Iterator[float]:
    """Stops the disks at so many places of their history; yields when each was."""
    stops = set(chance.sample(range(len(events)), min(number, len(events))))
    for place, event in enumerate(events):
        if event.file in disks:
            disks[event.file].do(event)
        if place in stops:
            yield event.when


def expected(answered: Mapping[str, float], when: float) -> set[str]:
    """Whose yes had been heard before that."""
    return {name for name, at in answered.items() if at < when}


def test_the_database_has_every_alert_that_was_answered(
    make_node: MakesNode, tmp_path: Path, figures: Figures
) -> None:
    seed = a_seed(os.environ.get(SEED))
    figures.say(f"{SEED}={seed}")
    node = make_node()
    node.start()
    data = node.folder / "data"
    with recorded(node.running.pid, tmp_path / "strace.log"):
        disks = {data / name: Disk(bytearray((data / name).read_bytes())) for name in NAMES}
        answered = posted(node, POSTS)
    events = list(events_in(tmp_path / "strace.log", data))
    liars = {
        file: Disk(bytearray(disk.certain), keeps_its_word=False) for file, disk in disks.items()
    }
    lost, broken, tried = 0, 0, 0
    chance = random.Random(seed)
    for when in moments(disks, events, MOMENTS, chance):
        found = {file.name: disk.after_a_loss(chance) for file, disk in disks.items()}
        whole, names = looked_at(tmp_path / "after", found)
        tried += 1
        broken += not whole
        lost += len(expected(answered, when) - names)
    writes = sum(event.change is not None for event in events)
    figures.keep(
        "R-04",
        moments=tried, writes=writes, syncs=len(events) - writes, broken=broken, lost=lost,
    )  # fmt: skip
    assert (broken, lost) == (0, 0)
    [when, *_] = reversed([*moments(liars, events, 1_000_000, chance)])
    found = {file.name: disk.after_a_loss(chance) for file, disk in liars.items()}
    assert not is_as_promised(tmp_path / "after", found, expected(answered, when)), "it can fail"
    assert tried >= min(MOMENTS, len(events))


def is_as_promised(folder: Path, found: Mapping[str, bytes], names: set[str]) -> bool:
    try:
        whole, there = looked_at(folder, found)
    except sqlite3.DatabaseError:
        return False
    return whole and names <= there


def looked_at(folder: Path, found: Mapping[str, bytes]) -> tuple[bool, set[str]]:
    """Whether the database is whole, and the alerts in it."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, words in found.items():
        (folder / name).write_bytes(words)
    database = sqlite3.connect(folder / "runcard.db")
    try:
        whole = database.execute("pragma integrity_check").fetchall() == [("ok",)]
        rows = database.execute("select fingerprint from alert").fetchall()
    finally:
        database.close()
    return whole, {fingerprint.rsplit("-", 1)[0] for (fingerprint,) in rows}


def test_the_spool_has_every_alert_that_was_answered(
    make_node: MakesNode, tmp_path: Path, figures: Figures
) -> None:
    seed = a_seed(os.environ.get(SEED))
    figures.say(f"{SEED}={seed}")
    node = make_node()
    node.start()
    spool = node.folder / "data" / "spool"
    with taken_from(node):
        with recorded(node.running.pid, tmp_path / "strace.log"):
            answered = posted(node, POSTS)
        node.kill()
    events = list(events_in(tmp_path / "strace.log", spool))
    disks = {event.file: Disk() for event in events if event.file.suffix == ".log"}
    chance = random.Random(seed)
    lost = tried = 0
    for when in moments(disks, events, MOMENTS, chance):
        folder = tmp_path / f"after-{tried}"
        folder.mkdir()
        for file, disk in disks.items():
            (folder / file.name).write_bytes(disk.after_a_loss(chance))
        tried += 1
        lost += len(expected(answered, when) - names_in(folder))
    figures.keep("R-04 spool", moments=tried, lost=lost)
    assert lost == 0
    assert tried == len(events)


def names_in(folder: Path) -> set[str]:
    records = [unpacked(words) for words in Spool(folder).look()]
    posts = [record for record in records if isinstance(record, Post)]
    return {one.fingerprint.rsplit("-", 1)[0] for post in posts for one in post.signals}
