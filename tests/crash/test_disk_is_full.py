"""The disk under the data folder is full (R-29): the worst alerts go into the reserve, what is
queued leaves, nothing is answered with yes that is not there, and room makes all of it normal."""

import os
import sqlite3
import time
from pathlib import Path

import httpx2
import pytest

from tests.crash.aftermath import eventually, key_of
from tests.crash.conftest import MakesNode
from tests.crash.load import a_client, payload, post
from tests.crash.node import Node
from tests.crash.sink import SinkThatKills
from tests.figures import Figures

pytestmark = pytest.mark.reliability
IN_THE_RESERVE = 40
ABOUT, TITLES = "Runcard's disk is full", "select title from incident"
SAID_WITHIN_S, NORMAL_WITHIN_S, ANSWERED_WITHIN_S = 10.0, 30.0, 8.0


def fill(folder: Path) -> Path:
    """All that is left, as somebody else's log would."""
    place = folder / "somebody-elses.log"
    with place.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return place


def said(node: Node) -> str:
    return str(node.ask("/health")["status"])


def posted(client: httpx2.Client, node: Node, name: str, severity: str) -> int:
    body = payload(name)
    body["alerts"][0]["labels"]["severity"] = severity
    begun = time.monotonic()
    answer = client.post(node.intake, json=body)
    assert time.monotonic() - begun < ANSWERED_WITHIN_S, "a full disk is no reason to hang"
    return answer.status_code


def names_if_kept(client: httpx2.Client, node: Node, number: int) -> list[str]:
    """One alert of the worst level, if it was answered with yes."""
    return [f"w{number}"] * (posted(client, node, f"w{number}", "SEV1") == 202)


def test_a_full_disk_is_said_and_survived(
    make_node: MakesNode, webhook_sink: SinkThatKills, small_disk: Path, figures: Figures
) -> None:
    node = make_node()
    node.start()
    post(node, "before")
    eventually((small_disk / "reserve").exists, "the reserve is taken", within=10)
    filler = fill(small_disk)
    kept: list[str] = []
    begun = time.monotonic()
    with a_client() as client:
        while said(node) == "ok":
            assert time.monotonic() - begun < SAID_WITHIN_S
            kept += names_if_kept(client, node, len(kept))
        said_after = time.monotonic() - begun
        assert said(node) == "critical: storage full"
        assert posted(client, node, "small", "SEV2") == 503
        for _ in range(IN_THE_RESERVE):
            kept += names_if_kept(client, node, len(kept))
        assert len(kept) >= IN_THE_RESERVE
        eventually(lambda: ABOUT in column(node, TITLES), "somebody is told of it")
        eventually(lambda: paged(webhook_sink) >= len(kept) + 1, "each was paged", within=60)
        grow(filler)
        while more := names_if_kept(client, node, len(kept)):
            kept += more
            grow(filler)
        eventually(lambda: not node.is_ready(), "a balancer is told", within=SAID_WITHIN_S)
        filler.unlink()
        begun = time.monotonic()
        eventually(lambda: said(node) == "ok", "it is normal again", within=NORMAL_WITHIN_S)
        normal_after = time.monotonic() - begun
        assert posted(client, node, "after", "SEV2") == 202
    titles = set(column(node, TITLES))
    lost = {name for name in kept if f"No gate moves: {name}" not in titles}
    figures.keep(
        "R-29",
        kept_in_reserve=len(kept),
        lost=len(lost),
        said_after_s=round(said_after, 1),
        normal_after_s=round(normal_after, 1),
    )
    assert lost == set()
    eventually(lambda: paged(webhook_sink) >= len(kept) + 1, "each was paged", within=60)
    node.stop()
    assert column(node, "pragma integrity_check") == ["ok"]


def column(node: Node, words: str) -> list[str]:
    database = sqlite3.connect(node.folder / "data" / "runcard.db")
    try:
        return [str(row[0]) for row in database.execute(words)]
    finally:
        database.close()


def paged(sink: SinkThatKills) -> int:
    return len({key_of(one) for one in sink.received})


def grow(place: Path) -> None:
    """Whatever room appeared is taken at once."""
    handle = os.open(place, os.O_WRONLY | os.O_APPEND)
    try:
        while os.write(handle, b"x" * 65536):
            pass
    except OSError:
        pass
    finally:
        os.close(handle)
