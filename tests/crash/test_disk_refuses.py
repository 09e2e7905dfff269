"""The disk refuses a write or a sync now and then (R-05): a yes is only said of what is there,
nothing hangs, and the database stays whole."""

import sqlite3
import time
from pathlib import Path

import pytest

from tests.crash.aftermath import eventually
from tests.crash.conftest import MakesNode
from tests.crash.load import a_client, payload
from tests.crash.node import Node
from tests.crash.power import failing, is_possible
from tests.figures import Figures

pytestmark = pytest.mark.reliability
# Refused at each of these distances, counted by the thread: every place of a commit is met.
DISTANCES = (31, 101, 211, 397, 797)
ERRORS = ("ENOSPC", "EIO")
POSTS, PAUSE_S, ANSWERED_WITHIN_S = 150, 0.03, 8.0


@pytest.fixture(autouse=True)
def tracing() -> None:
    if (why := is_possible()) is not None:
        pytest.skip(why)


def test_a_yes_is_only_said_of_what_is_there(
    make_node: MakesNode, tmp_path: Path, figures: Figures
) -> None:
    node = make_node()
    node.start()
    said_yes: set[str] = set()
    refused = 0
    slowest = 0.0
    log = tmp_path / "strace.log"
    injected = 0
    for error in ERRORS:
        for distance in DISTANCES:
            with failing(node.running.pid, error, distance, log), a_client() as client:
                for number in range(POSTS):
                    name = f"{error}-{distance}-{number}"
                    begun = time.monotonic()
                    status = client.post(node.intake, json=payload(name)).status_code
                    slowest = max(slowest, time.monotonic() - begun)
                    assert status in {202, 503}
                    refused += status == 503
                    said_yes |= {name} if status == 202 else set()
                    time.sleep(PAUSE_S)
            injected += log.read_text(encoding="ascii").count("(INJECTED)")
    eventually(lambda: said_yes <= set(names(node)), "what was answered with yes is there")
    node.stop()
    [whole] = asked(node, "pragma integrity_check")
    figures.keep(
        "R-05",
        refused_calls=injected,
        answered_yes=len(said_yes),
        answered_503=refused,
        lost=len(said_yes - set(names(node))),
        slowest_answer_s=round(slowest, 2),
        integrity=whole,
    )
    assert whole == "ok"
    assert injected > len(DISTANCES)
    assert slowest < ANSWERED_WITHIN_S


def names(node: Node) -> list[str]:
    return [found.rsplit("-", 1)[0] for found in asked(node, "select fingerprint from alert")]


def asked(node: Node, words: str) -> list[str]:
    database = sqlite3.connect(node.folder / "data" / "runcard.db", timeout=30)
    try:
        return [str(row[0]) for row in database.execute(words)]
    finally:
        database.close()
