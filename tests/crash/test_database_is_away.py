"""The database is away: what is answered with 2xx is on disk all the same, the worst wakes someone,
and all of it is an incident afterwards, once."""

import os
import re
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.crash.aftermath import eventually, key_of
from tests.crash.conftest import MakesNode
from tests.crash.load import a_client, payload, post
from tests.crash.node import SERVE, Node
from tests.crash.responder import (
    NEXT_LEVEL_S,
    calls_the_next_level_soon,
    only_the_unanswered_reach_bo,
    paged_about,
    pages_of_bo,
    who_has_come_in,
)
from tests.crash.sink import SinkThatKills
from tests.figures import Figures

pytestmark = pytest.mark.crash
# A sender of ours gives up after ten seconds; most give up after ten to thirty.
ANSWERED_WITHIN_S = 6.0
LOCKED_S, MOST_THREADS = 30.0, 64


@contextmanager
def taken_from(node: Node) -> Iterator[None]:
    """Somebody else's program holds the database, as a backup tool may."""
    other = sqlite3.connect(node.folder / "data" / "runcard.db", isolation_level=None, timeout=30)
    other.execute("begin immediate")
    try:
        yield
    finally:
        other.execute("rollback")
        other.close()


def posted(node: Node, name: str) -> tuple[list[dict[str, Any]], float]:
    """What was answered, and after how many seconds."""
    began = time.monotonic()
    with a_client() as client:
        answer = client.post(node.intake, json=payload(name))
    assert answer.status_code == 202, answer.text
    return answer.json()["alerts"], time.monotonic() - began


def incidents(node: Node) -> list[str]:
    return [one["incident"]["title"] for one in node.ask("/incidents")["data"]]


def pages(sink: SinkThatKills) -> list[str]:
    return [key_of(one) for one in sink.received]


def test_alerts_are_kept_and_page_from_memory_and_become_incidents_later(
    make_node: MakesNode, webhook_sink: SinkThatKills
) -> None:
    node = make_node()
    node.start()
    post(node, "before")
    with taken_from(node):
        first, waited = posted(node, "first")
        assert first == [{"fold": "kept"}]
        assert waited < ANSWERED_WITHIN_S
        eventually(lambda: any(key.startswith("away:") for key in pages(webhook_sink)), "a page")
        second, soon = posted(node, "second")
        assert second == [{"fold": "kept"}]
        assert soon < 1.0, "once it is known to be away, nobody waits for it"
    eventually(lambda: len(incidents(node)) == 3, "all three are incidents")
    print(f"\nkept after {waited:.2f} s, the next one after {soon:.3f} s")
    assert sorted(incidents(node)) == [
        "No gate moves: before", "No gate moves: first", "No gate moves: second"
    ]  # fmt: skip
    eventually(
        lambda: sum(key.startswith("page:") for key in pages(webhook_sink)) == 3,
        "each was paged from the database, too",
    )
    assert list((node.folder / "data" / "spool").glob("*.log")) == []
    again = post(node, "after")
    assert again[0].incident_id.startswith("inc_"), "it is normal again without a restart"


def test_what_was_kept_outlives_the_process(
    make_node: MakesNode, webhook_sink: SinkThatKills
) -> None:
    node = make_node()
    node.start()
    with taken_from(node):
        posted(node, "first")
        posted(node, "second")
        node.kill()
    node.start()
    eventually(lambda: len(incidents(node)) == 2, "both are incidents")


@pytest.mark.reliability
def test_a_database_that_is_locked_for_long_is_no_reason_to_refuse_or_to_pile_up(
    make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    node = make_node()
    node.start()
    kept: list[str] = []
    slowest, threads = 0.0, 0
    with taken_from(node), a_client() as client:
        until = time.monotonic() + LOCKED_S
        while time.monotonic() < until:
            begun, name = time.monotonic(), f"locked-{len(kept)}"
            assert client.post(node.intake, json=payload(name)).status_code == 202
            slowest = max(slowest, time.monotonic() - begun)
            kept.append(name)
            threads = max(threads, threads_of(node))
            time.sleep(0.05)
    begun = time.monotonic()
    eventually(lambda: len(titles(node)) == len(kept), "all are incidents", within=30)
    figures.keep(
        "R-31",
        locked_s=LOCKED_S,
        kept=len(kept),
        lost=len(set(kept) - titles(node)),
        slowest_answer_s=round(slowest, 2),
        most_threads=threads,
        drained_after_s=round(time.monotonic() - begun, 1),
    )
    assert titles(node) == set(kept)
    assert threads <= MOST_THREADS


def threads_of(node: Node) -> int:
    return len(list(Path(f"/proc/{node.running.pid}/task").iterdir()))


def titles(node: Node) -> set[str]:
    database = sqlite3.connect(node.folder / "data" / "runcard.db", timeout=30)
    try:
        found = database.execute("select title from incident").fetchall()
    finally:
        database.close()
    return {title.removeprefix("No gate moves: ") for (title,) in found}


def link_in(message: Any) -> str:
    found = re.search(r"http\S+/k/\w+", message.body.decode())
    assert found is not None, message.body
    return found[0]


def test_an_answer_counts_while_the_database_is_away(
    make_node: MakesNode, webhook_sink: SinkThatKills
) -> None:
    node = make_node()
    node.start()
    with taken_from(node):
        posted(node, "first")
        eventually(lambda: len(pages(webhook_sink)) == 1, "a page from memory")
        link = link_in(webhook_sink.received[0])
        with a_client() as client:
            shown = client.get(link)
            pressed = client.post(link)
        assert (shown.status_code, pressed.status_code) == (200, 200)
        assert "You have it" in pressed.text
        node.kill()
    node.start()
    eventually(lambda: len(incidents(node)) == 1, "it is an incident")
    acknowledged = [one["incident"]["state"] for one in node.ask("/incidents")["data"]]
    assert acknowledged == ["acknowledged"]
    with a_client() as client:
        again = client.get(link)
    assert "has it" in again.text
    eventually(lambda: list((node.folder / "data" / "spool").glob("*.log")) == [], "nothing waits")
    assert [key for key in pages(webhook_sink) if key.startswith("page:")] == []


def acknowledged_by(node: Node) -> dict[str, str | None]:
    shown = [one["incident"] for one in node.ask("/incidents")["data"]]
    return {one["name"]: one["acknowledged_by"] for one in shown}


def acknowledged_in_a_terminal(
    node: Node, ref: str, token: str
) -> "subprocess.CompletedProcess[str]":
    """`runcard incident ack`, as a person types it."""
    said = {"RUNCARD_SERVER": node.url, "RUNCARD_TOKEN": token}
    kept = {name: words for name, words in os.environ.items() if not name.startswith("RUNCARD_")}
    return subprocess.run(
        [SERVE[0], "incident", "ack", ref],
        env=kept | said | {"PYTHONPATH": "src", "no_proxy": "*"},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_an_acknowledgement_by_name_counts_while_the_database_is_away(
    make_node: MakesNode, webhook_sink: SinkThatKills
) -> None:
    node = make_node()
    calls_the_next_level_soon(node)
    node.start()
    ada = who_has_come_in(node, "ada")
    incident_id = paged_about(node, webhook_sink, "by-api")
    with taken_from(node):
        begun = time.monotonic()
        with a_client() as client:
            answer = client.post(f"{node.url}/api/v1/incidents/{incident_id}/ack", headers=ada)
        waited = time.monotonic() - begun
        assert (answer.status_code, answer.json()["state"]) == (202, "kept"), answer.text
        assert waited < ANSWERED_WITHIN_S
        node.kill()
        time.sleep(NEXT_LEVEL_S)  # the next level is overdue when the next process begins
    node.start()
    eventually(lambda: acknowledged_by(node) == {"INC-1": "ada"}, "it is told")
    print(f"\nacknowledged on disk after {waited:.2f} s")
    only_the_unanswered_reach_bo(node, webhook_sink)


def test_an_acknowledgement_in_a_terminal_counts_and_no_due_level_overtakes_it(
    make_node: MakesNode, webhook_sink: SinkThatKills
) -> None:
    node = make_node()
    calls_the_next_level_soon(node)
    node.start()
    ada = who_has_come_in(node, "ada")
    paged_about(node, webhook_sink, "by-cli")
    overdue_at = time.monotonic() + NEXT_LEVEL_S
    with taken_from(node):
        said = acknowledged_in_a_terminal(node, "1", ada["Authorization"].removeprefix("Bearer "))
        assert (said.returncode, said.stderr) == (0, "")
        assert said.stdout.startswith("✓ INC-1 is yours, ada")
        time.sleep(max(0.0, overdue_at - time.monotonic()))
    eventually(lambda: acknowledged_by(node) == {"INC-1": "ada"}, "it is told")
    paged_about(node, webhook_sink, "after")
    assert pages_of_bo(webhook_sink) == []
