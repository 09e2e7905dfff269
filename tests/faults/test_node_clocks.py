"""R-40, R-41 with real processes whose clocks are wrong: libfaketime stands before the clock."""

import os
import time
from collections import Counter
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.crash.aftermath import eventually, key_of, wait_until_quiet
from tests.crash.conftest import MakesNode, compiled, make_node, webhook_sink
from tests.crash.load import post
from tests.crash.node import Node
from tests.crash.sink import SinkThatKills
from tests.figures import Figures
from tests.peers.presence import peer_missing

__all__ = ["compiled", "make_node", "webhook_sink"]
pytestmark = pytest.mark.reliability
NAMED = "RUNCARD_LIBFAKETIME"
PLACES = (
    "/usr/lib/*-linux-gnu/faketime/libfaketimeMT.so.1",
    "/usr/lib/faketime/libfaketimeMT.so.1",
)
APART_S = 300
ALERTS = 20
NOT_LATE_S = 5.0
JUMPED = "the clock jumped"
DUE_NOW = """
update timer set due_at = (extract(epoch from clock_timestamp()) * 1000000)::bigint - 1
where kind = 'escalate'
"""
PLANNED = "select max(abs(due_at - planned_at - 900000000)) from timer"


@pytest.fixture
def faketime() -> dict[str, str]:
    """What stands before the clock of a process."""
    named = os.environ.get(NAMED)
    found = (
        [named] if named else [str(path) for place in PLACES for path in Path("/").glob(place[1:])]
    )
    if not found:
        peer_missing("libfaketime", f"install it (Debian: faketime), or name it in {NAMED}")
    return {"LD_PRELOAD": found[0], "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


def ask(url: str, words: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url, autocommit=True) as tx:
        cursor = tx.execute(words.encode())
        return cursor.fetchall() if cursor.description else []


def test_nodes_whose_clocks_differ_by_ten_minutes_page_once_and_in_time(
    make_node: MakesNode,
    webhook_sink: SinkThatKills,
    postgres_url: str,
    faketime: dict[str, str],
    figures: Figures,
) -> None:
    fast = make_node("fast", postgres_url, **faketime, FAKETIME=f"+{APART_S}s")
    slow = make_node("slow", postgres_url, **faketime, FAKETIME=f"-{APART_S}s")
    for node in (fast, slow):
        node.start()
    begun = time.monotonic()
    for number in range(ALERTS):
        post((fast, slow)[number % 2], f"gate-{number}")
    webhook_sink.wait_for(lambda _: True, ALERTS, within=NOT_LATE_S)
    first_level_s = time.monotonic() - begun
    wait_until_quiet(postgres_url)
    [(wait_error,)] = ask(postgres_url, PLANNED)
    assert wait_error == 0, "fifteen minutes are fifteen minutes of one clock"
    ask(postgres_url, DUE_NOW)
    begun = time.monotonic()
    webhook_sink.wait_for(lambda _: True, 2 * ALERTS, within=NOT_LATE_S)
    second_level_s = time.monotonic() - begun
    time.sleep(1.0)
    doubles = [
        key for key, count in Counter(map(key_of, webhook_sink.received)).items() if count > 1
    ]
    figures.keep(
        "R-41", clocks_apart_s=2 * APART_S, pages=len(webhook_sink.received), doubles=len(doubles),
        first_level_s=round(first_level_s, 2), second_level_s=round(second_level_s, 2),
    )  # fmt: skip
    assert len(webhook_sink.received) == 2 * ALERTS
    assert doubles == []


def test_a_clock_that_is_set_while_it_runs_is_seen_and_pages_go_on(
    make_node: MakesNode,
    webhook_sink: SinkThatKills,
    faketime: dict[str, str],
    tmp_path: Path,
    figures: Figures,
) -> None:
    clock = tmp_path / "clock"
    clock.write_text("+0s")
    node = make_node(
        **faketime, FAKETIME_TIMESTAMP_FILE=str(clock), FAKETIME_NO_CACHE="1"
    )  # fmt: skip
    node.start()
    post(node, "gate-before")
    webhook_sink.wait_for(lambda _: True, 1, within=NOT_LATE_S)
    time.sleep(6.0)
    for number, offset in enumerate(("+3600s", "-3600s", "+86400s"), start=1):
        clock.write_text(offset)
        wait_until_seen(node, number)
        before = len(webhook_sink.received)
        post(node, f"gate-{offset}")
        webhook_sink.wait_for(lambda _: True, before + 1, within=NOT_LATE_S)
    figures.keep("R-40", real_clock_set=3, seen=node.log().count(JUMPED), pages_late=0)
    assert node.ask("/verify")["breaks"] == []


def wait_until_seen(node: Node, jumps: int) -> None:
    """The node looks at its clocks every five seconds."""
    eventually(lambda: node.log().count(JUMPED) >= jumps, f"{jumps} jumps are seen", 15.0)
