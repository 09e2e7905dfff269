"""The file system turns read-only, or the process may open nothing more (R-30): said clearly,
nothing hangs, no false yes, and all is normal again without a restart."""

import resource
import sqlite3
import time
from pathlib import Path

import httpx2
import pytest

from tests.crash.aftermath import eventually
from tests.crash.conftest import MakesNode
from tests.crash.load import a_client, payload, post
from tests.crash.node import Node
from tests.crash.power import failing, is_possible
from tests.crash.sink import SinkThatKills
from tests.figures import Figures

pytestmark = pytest.mark.reliability
ANSWERED_WITHIN_S, NORMAL_WITHIN_S = 8.0, 30.0


def answered(client: httpx2.Client, node: Node, name: str) -> tuple[int, float]:
    """The status, and after how many seconds."""
    begun = time.monotonic()
    return client.post(node.intake, json=payload(name)).status_code, time.monotonic() - begun


def titles(node: Node) -> set[str]:
    database = sqlite3.connect(node.folder / "data" / "runcard.db")
    try:
        found = database.execute("select title from incident").fetchall()
    finally:
        database.close()
    return {title for (title,) in found}


def test_a_read_only_file_system_is_said_and_survived(
    make_node: MakesNode, webhook_sink: SinkThatKills, tmp_path: Path, figures: Figures
) -> None:
    if (why := is_possible()) is not None:
        pytest.skip(why)
    node = make_node()
    node.start()
    post(node, "before")
    webhook_sink.wait_for(lambda _: True)
    with a_client() as client:
        # Mounted anew it could not be while its files are open: each write is refused instead.
        with failing(node.running.pid, "EROFS", 1, tmp_path / "strace.log"):
            refusals = [answered(client, node, f"r{number}") for number in range(5)]
            assert {status for status, _ in refusals} == {503}
            eventually(lambda: not node.is_ready(), "a balancer is told", within=15)
            assert node.ask("/health")["status"] == "critical: storage refuses writes"
        begun = time.monotonic()
        eventually(
            lambda: answered(client, node, "again")[0] == 202, "taken in", within=NORMAL_WITHIN_S
        )
        eventually(node.is_ready, "a balancer is told again", within=NORMAL_WITHIN_S)
    slowest = max(took for _, took in refusals)
    figures.keep(
        "R-30 read-only",
        slowest_refusal_s=round(slowest, 2),
        normal_after_s=round(time.monotonic() - begun, 1),
    )
    assert slowest < ANSWERED_WITHIN_S
    assert "No gate moves: again" in titles(node)
    webhook_sink.wait_for(lambda _: True, 2)


def test_a_process_that_may_open_nothing_more_recovers(
    make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    node = make_node()
    node.start()
    with a_client() as client:
        assert answered(client, node, "before")[0] == 202
        pid = node.running.pid
        few = len(list(Path(f"/proc/{pid}/fd").iterdir()))
        usual = resource.prlimit(pid, resource.RLIMIT_NOFILE)
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (few, usual[1]))
        # Over the connection that is open already; a page needs a new one and has to wait.
        during = [answered(client, node, f"during-{number}") for number in range(5)]
        assert {status for status, _ in during} <= {202, 503}
        said_yes = [n for n, (status, _) in enumerate(during) if status == 202]
        resource.prlimit(pid, resource.RLIMIT_NOFILE, usual)
        begun = time.monotonic()
        eventually(lambda: answered(client, node, "after")[0] == 202, "taken in again")
    names = {f"No gate moves: {name}" for name in ("before", "after")}
    names |= {f"No gate moves: during-{number}" for number in said_yes}
    eventually(lambda: names <= titles(node), "what was answered with yes is there")
    webhook_sink.wait_for(lambda _: True, len(names), within=60)
    figures.keep(
        "R-30 no more files",
        said_yes_meanwhile=len(said_yes),
        lost=len(names - titles(node)),
        all_paged_after_s=round(time.monotonic() - begun, 1),
    )
