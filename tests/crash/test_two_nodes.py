"""Two nodes on one PostgreSQL: one dies or freezes, connections are cut, and no page is lost."""

import os
import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx2
import psycopg
import pytest

from runcard.db.engine import open_engines
from tests.crash.aftermath import (
    ACKNOWLEDGED,
    a_seed,
    aftermath,
    eventually,
    key_of,
    wait_until_quiet,
)
from tests.crash.conftest import MakesNode
from tests.crash.load import Accepted, Load, post
from tests.crash.node import Node
from tests.crash.sink import SinkThatKills

pytestmark = pytest.mark.crash
SEED = "RUNCARD_CRASH_SEED"
TAKEN_OVER_WITHIN_S = 30.0
AT_ONCE_S = 5.0
IN_THE_AIR = 24
CUTS = 25
ROUNDS = 20
OWNERS = "select lease_owner, key from job where state = 'running'"
SENT = "select count(*) from entry where kind = 'page_sent'"
UNFINISHED = "select key from job where state <> 'done'"
LISTENING = "select count(*) from pg_stat_activity where query = 'listen runcard_wake'"
CUT = """
select pg_terminate_backend(pid) from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() order by random() limit 3
"""
Pair = tuple[Node, Node]


@pytest.fixture
def nodes(make_node: MakesNode, postgres_url: str) -> Pair:
    """Both begin at once, on an empty database."""
    pair = make_node("north", postgres_url), make_node("south", postgres_url)
    for node in pair:
        node.launch()
    for node in pair:
        node.await_ready()
    return pair


def ask(url: str, words: str) -> list[tuple[Any, ...]]:
    """A question to the database, past both nodes."""
    with psycopg.connect(url, autocommit=True) as tx:
        return tx.execute(words.encode()).fetchall()


@contextmanager
def pages_in_the_air(
    nodes: Pair, url: str, sink: SinkThatKills
) -> Iterator[tuple[list[Accepted], dict[str, set[str]]]]:
    """The sink holds its answers, so that both nodes have pages in their hands: the alerts, and
    the keys by owner."""
    sink.is_open.clear()
    accepted = [one for n in range(IN_THE_AIR) for one in post(nodes[n % 2], f"gate-{n}")]
    eventually(lambda: len(sink.received) == IN_THE_AIR, "every page is in the air", AT_ONCE_S)
    hands: dict[str, set[str]] = {}
    for owner, key in ask(url, OWNERS):
        hands.setdefault(owner, set()).add(key)
    try:
        yield accepted, hands
    finally:
        sink.is_open.set()


def owner_name(node: Node, other: Node, url: str, sink: SinkThatKills) -> str:
    """Under which name a node claims: asked while the other one is frozen."""
    other.freeze()
    before = len(sink.received)
    post(node, f"who-is-{node.folder.name}")
    eventually(lambda: len(sink.received) > before, "it pages")
    eventually(lambda: ask(url, UNFINISHED) == [], "it is written down")
    other.thaw()
    [(owner,)] = ask(url, "select lease_owner from job order by id desc limit 1")
    return str(owner)


def test_the_work_of_a_killed_node_is_taken_over_and_pages_go_on(
    nodes: Pair,
    postgres_url: str,
    webhook_sink: SinkThatKills,
    capsys: pytest.CaptureFixture[str],
) -> None:
    north, south = nodes
    name = owner_name(north, south, postgres_url, webhook_sink)
    webhook_sink.forget()
    with pages_in_the_air(nodes, postgres_url, webhook_sink) as (accepted, hands):
        assert hands.get(name), "north holds some"
        north.kill()
        died_at = time.monotonic()
    before = len(webhook_sink.received)
    accepted += post(south, "while-north-is-dead")
    webhook_sink.wait_for(lambda _: True, before + 1, within=AT_ONCE_S)
    eventually(
        lambda: Counter(map(key_of, webhook_sink.received)) >= Counter([*hands[name]] * 2),
        "what the dead one held is sent again",
        TAKEN_OVER_WITHIN_S,
    )
    took = time.monotonic() - died_at
    wait_until_quiet(postgres_url)
    say(capsys, f"{len(hands[name])} pages of a killed node were taken over after {took:.1f} s")
    assert took < TAKEN_OVER_WITHIN_S
    nothing_is_lost(postgres_url, webhook_sink, accepted)


def test_a_node_that_was_frozen_past_its_leases_writes_nothing(
    nodes: Pair, postgres_url: str, webhook_sink: SinkThatKills
) -> None:
    north, south = nodes
    name = owner_name(north, south, postgres_url, webhook_sink)
    webhook_sink.forget()
    sent_before = ask(postgres_url, SENT)[0][0]
    with pages_in_the_air(nodes, postgres_url, webhook_sink) as (accepted, hands):
        assert hands.get(name), "north holds some"
        finished_before = north.log().count("page attempt")
        north.freeze()
    wait_until_quiet(postgres_url, within=TAKEN_OVER_WITHIN_S)
    book = "select key, state, attempt, lease_owner, finished_at from job order by id"
    told = "select subject, position, digest from entry order by id"
    settled = ask(postgres_url, book), ask(postgres_url, told)
    north.thaw()
    eventually(
        lambda: north.log().count("page attempt") >= finished_before + len(hands[name]),
        "what it held comes back to it",
    )
    assert (ask(postgres_url, book), ask(postgres_url, told)) == settled, "a zombie wrote"
    assert ask(postgres_url, SENT)[0][0] == sent_before + IN_THE_AIR
    assert south.ask("/verify")["breaks"] == []
    nothing_is_lost(postgres_url, webhook_sink, accepted)
    before = len(webhook_sink.received)
    post(north, "after-the-frost")
    webhook_sink.wait_for(lambda _: True, before + 1, within=AT_ONCE_S)


def test_a_transaction_that_freezes_lets_go_before_the_leases_end(
    nodes: Pair, postgres_url: str
) -> None:
    [one] = post(nodes[0], "gate-1")
    stuck = open_engines(postgres_url)
    hold = f"select * from incident where id = '{one.incident_id}' for update"
    with stuck.writing.connect() as frozen:
        frozen.exec_driver_sql(hold)
        begun = time.monotonic()
        answer = httpx2.post(
            f"{nodes[1].url}/api/v1/incidents/{one.incident_id}/ack",
            headers=nodes[1].credentials(),
            timeout=TAKEN_OVER_WITHIN_S,
        )
        # Told at once, or kept after some seconds of silence and told when the row is free.
        assert answer.status_code in {200, 202}, answer.text
        eventually(lambda: ask(postgres_url, ACKNOWLEDGED) != [], "it is acknowledged")
        assert time.monotonic() - begun < 15.0
        frozen.invalidate()
    stuck.close()


def test_the_same_alert_at_both_nodes_at_once_is_one_incident_and_one_page(
    nodes: Pair, postgres_url: str, webhook_sink: SinkThatKills
) -> None:
    said = posted_to_both_at_once(nodes)
    wait_until_quiet(postgres_url)
    assert len({one.incident_id for one in said}) == ROUNDS
    assert len(webhook_sink.received) == ROUNDS
    left = aftermath(postgres_url, webhook_sink)
    assert left.lost_pages(said, excused=()) == set()
    assert len(left.alert_ids) == 2 * ROUNDS


def test_each_answer_names_the_alert_that_is_kept(nodes: Pair, postgres_url: str) -> None:
    said = posted_to_both_at_once(nodes)
    kept = {alert_id for (alert_id,) in ask(postgres_url, "select id from alert")}
    assert {one.alert_id for one in said} == kept
    joined = ask(postgres_url, "select count(*) from entry where kind = 'alert_joined'")
    assert joined == [(2 * ROUNDS,)], "each alert is told once"


def posted_to_both_at_once(nodes: Pair) -> list[Accepted]:
    """The same two alerts, as two replicas of an Alertmanager send them; round after round."""
    together = threading.Barrier(2)

    def send(node: Node, name: str) -> list[Accepted]:
        together.wait(10.0)
        return post(node, name, alerts=2)

    said: list[Accepted] = []
    with ThreadPoolExecutor(2) as pool:
        for number in range(ROUNDS):
            at_once = [pool.submit(send, node, f"gate-{number}") for node in nodes]
            said += [one for answer in at_once for one in answer.result()]
    return said


def test_cut_connections_under_load_lose_nothing(
    nodes: Pair,
    postgres_url: str,
    webhook_sink: SinkThatKills,
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed = a_seed(os.environ.get(SEED))
    say(capsys, f"{SEED}={seed}")
    chance = random.Random(seed)
    with Load(nodes, seed) as load:
        for _ in range(CUTS):
            ask(postgres_url, CUT)
            threading.Event().wait(chance.uniform(0.05, 0.4))
        load.stop()
    wait_until_quiet(postgres_url)
    eventually(lambda: ask(postgres_url, LISTENING) == [(2,)], "both nodes listen again")
    assert nodes[0].ask("/verify")["breaks"] == []
    left = aftermath(postgres_url, webhook_sink)
    incidents = {one.incident_id for one in load.accepted}
    say(
        capsys,
        f"{CUTS} times 3 connections cut: {len(load.accepted)} alerts accepted, "
        f"{len(incidents)} incidents, {len(left.received)} pages, {left.repeats()} repeats",
    )
    assert left.lost_alerts(load.accepted) == set()
    assert left.lost_pages(load.accepted, excused=load.asked & left.acknowledged) == set()
    assert left.incidents_with_several_keys() == set()


def nothing_is_lost(url: str, sink: SinkThatKills, accepted: list[Accepted]) -> None:
    left = aftermath(url, sink)
    assert left.lost_alerts(accepted) == set()
    assert left.lost_pages(accepted, excused=()) == set()
    assert left.incidents_with_several_keys() == set()
    assert all(len(bodies) == 1 for bodies in left.bodies.values()), "a repeat says the same"


def say(capsys: pytest.CaptureFixture[str], words: str) -> None:
    """Shown also where the test passes."""
    with capsys.disabled():
        print(f"\n{words}")
