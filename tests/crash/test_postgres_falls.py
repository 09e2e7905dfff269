"""PostgreSQL stops under load and comes back, or its standby takes over: nothing accepted is lost,
and the nodes find it again by themselves."""

import os
import random
import time
from collections.abc import Iterator

import pytest

from runcard.db.engine import open_engines
from runcard.interfaces.cli.checkup_store import opened
from tests.crash.aftermath import a_seed, aftermath, eventually, key_of, wait_until_quiet
from tests.crash.conftest import MakesNode
from tests.crash.load import Load, a_client, payload, post
from tests.crash.responder import (
    NEXT_LEVEL_S,
    a_responder,
    calls_the_next_level_soon,
    only_the_unanswered_reach_bo,
    paged_about,
    who_has_come_in,
)
from tests.crash.sink import SinkThatKills
from tests.crash.test_database_is_away import link_in
from tests.crash.test_two_nodes import LISTENING, SEED, Pair, ask
from tests.figures import Figures
from tests.peers.postgres_cluster import Cluster, clusters

pytestmark = pytest.mark.reliability
RESTARTS = "RUNCARD_RESTARTS"
FAILOVERS = "RUNCARD_FAILOVERS"
AWAY = "RUNCARD_AWAY_S"
BACK_WITHIN_S = 30.0
AT_ONCE_S = 5.0


@pytest.fixture
def server() -> Iterator[Cluster]:
    with clusters(1) as [cluster]:
        cluster.create()
        yield cluster


@pytest.fixture
def couple() -> Iterator[list[Cluster]]:
    """A primary, and a standby that each commit waits for."""
    with clusters(2) as both:
        primary, standby = both
        primary.create()
        standby.follow(primary)
        is_followed(primary)
        yield both


def is_followed(primary: Cluster) -> None:
    eventually(lambda: primary.synchronous_standbys() == 1, "commits wait for the standby")


def said_of_the_standby(cluster: Cluster) -> str:
    """By `runcard doctor`."""
    engines = open_engines(cluster.url)
    try:
        [said] = [line.says for line in opened(engines) if line.about == "Standby"]
    finally:
        engines.close()
    return said


def two_nodes(make_node: MakesNode, url: str) -> Pair:
    pair = make_node("north", url), make_node("south", url)
    for node in pair:
        node.start()
    return pair


def nobody_is_left_behind(
    nodes: Pair, url: str, sink: SinkThatKills, load: Load, figures: Figures, **more: float | str
) -> None:
    """All that was accepted is there and paged, the wake-up channel works, the chain holds."""
    wait_until_quiet(url)
    eventually(lambda: ask(url, LISTENING) == [(2,)], "both nodes listen again", BACK_WITHIN_S)
    before = len(sink.received)
    begun = time.monotonic()
    load.accepted += post(nodes[0], "after-it-all")
    sink.wait_for(lambda _: True, before + 1, within=AT_ONCE_S)
    paged_after = time.monotonic() - begun
    wait_until_quiet(url)
    assert nodes[0].ask("/verify")["breaks"] == []
    left = aftermath(url, sink)
    taken = load.asked & left.acknowledged
    incidents = {one.incident_id for one in load.accepted}
    figures.keep(
        str(more.pop("promise")),
        **more,
        alerts_accepted=len(load.accepted),
        alerts_lost=len(left.lost_alerts(load.accepted)),
        incidents=len(incidents),
        pages=len(left.received),
        pages_lost=len(left.lost_pages(load.accepted, excused=taken)),
        repeats=left.repeats(),
        next_page_ms=round(paged_after * 1000),
    )
    assert left.lost_alerts(load.accepted) == set()
    assert left.lost_pages(load.accepted, excused=taken) == set()
    assert left.incidents_with_several_keys() == set()


def taken_again(load: Load) -> float:
    """Seconds until an alert is accepted, now that there is a server again."""
    since, begun = len(load.accepted), time.monotonic()
    eventually(lambda: len(load.accepted) > since, "alerts are taken in again", BACK_WITHIN_S)
    return time.monotonic() - begun


def test_a_server_that_is_stopped_at_once_and_started_loses_nothing(
    server: Cluster, make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    seed = a_seed(os.environ.get(SEED))
    figures.say(f"{SEED}={seed}")
    chance = random.Random(seed)
    nodes = two_nodes(make_node, server.url)
    assert said_of_the_standby(server).startswith("none that we can see")
    times = int(os.environ.get(RESTARTS, "5"))
    back: list[float] = []
    with Load(nodes, seed) as load:
        for _ in range(times):
            time.sleep(chance.uniform(0.5, 2.0))
            server.stop_at_once()
            time.sleep(chance.uniform(0.0, 2.0))
            server.start()
            back.append(taken_again(load))
        load.stop()
    nobody_is_left_behind(
        nodes, server.url, webhook_sink, load, figures,
        promise="R-02 restarts", restarts=times, taken_in_again_s=round(max(back), 1),
    )  # fmt: skip


def test_a_standby_that_is_promoted_has_everything_that_was_accepted(
    couple: list[Cluster], make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    seed = a_seed(os.environ.get(SEED))
    figures.say(f"{SEED}={seed}")
    chance = random.Random(seed)
    folders = ",".join(str(each.folder) for each in couple)
    url = f"postgresql://postgres@/runcard?host={folders}&target_session_attrs=read-write"
    nodes = two_nodes(make_node, url)
    assert said_of_the_standby(couple[0]).startswith("synchronous, 1 connected")
    couple[0].stand_alone()
    eventually(lambda: "lost on failover" in said_of_the_standby(couple[0]), "the doctor warns")
    couple[0].wait_for_standbys()
    is_followed(couple[0])
    times = int(os.environ.get(FAILOVERS, "3"))
    back: list[float] = []
    primary, standby = couple
    with Load(nodes, seed) as load:
        for _ in range(times):
            time.sleep(chance.uniform(0.5, 2.0))
            primary.stop_at_once()
            standby.promote()
            standby.stand_alone()
            back.append(taken_again(load))
            primary, standby = standby, primary
            standby.follow(primary)
            is_followed(primary)
        load.stop()
    nobody_is_left_behind(
        nodes, url, webhook_sink, load, figures,
        promise="R-03", failovers=times, taken_in_again_s=round(max(back), 1),
    )  # fmt: skip


def test_a_server_that_is_away_leaves_every_alert_in_the_spool(
    server: Cluster, make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    node = make_node(database=server.url)
    node.start()
    post(node, "before")
    webhook_sink.wait_for(lambda _: True)
    away_s = float(os.environ.get(AWAY, "20"))
    server.stop_at_once()
    kept: list[str] = []
    slowest = 0.0
    with a_client() as client:
        until = time.monotonic() + away_s
        while time.monotonic() < until:
            begun, name = time.monotonic(), f"away-{len(kept) // 2}"
            answer = client.post(node.intake, json=payload(name))
            assert (answer.status_code, answer.json()) == (202, {"alerts": [{"fold": "kept"}]})
            slowest = max(slowest, time.monotonic() - begun)
            kept.append(name)
            time.sleep(0.05)
    server.start()
    begun = time.monotonic()
    spool = node.folder / "data" / "spool"
    eventually(lambda: not list(spool.glob("*.log")), "the spool is empty", BACK_WITHIN_S)
    drained_after = time.monotonic() - begun
    wait_until_quiet(server.url)
    opened_once = ask(server.url, "select title, count(*) from incident group by title")
    counts = {title.removeprefix("No gate moves: "): number for title, number in opened_once}
    figures.keep(
        "R-09",
        away_s=away_s,
        kept=len(kept),
        lost=len(set(kept) - set(counts)),
        double_incidents=sum(number - 1 for number in counts.values()),
        slowest_answer_s=round(slowest, 2),
        drained_after_s=round(drained_after, 1),
    )
    assert counts == dict.fromkeys(["before", *kept], 1)


def test_a_start_without_a_database_takes_alerts_in_and_wakes_somebody(
    server: Cluster, make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    node = make_node(database=server.url)
    node.start()
    post(node, "before")
    webhook_sink.wait_for(lambda _: True)
    node.stop()
    server.stop_at_once()
    begun = time.monotonic()
    node.start()
    ready_after = time.monotonic() - begun
    with a_client() as client:
        answer = client.post(node.intake, json=payload("away"))
        assert (answer.status_code, answer.json()) == (202, {"alerts": [{"fold": "kept"}]})
        unknown = node.intake.rsplit("/", 1)[0] + "/rck_" + "0" * 48
        assert client.post(unknown, json=payload("stranger")).status_code == 503
    webhook_sink.wait_for(lambda _: True, 2)
    link = link_in(webhook_sink.received[-1])
    with a_client() as client:
        assert "You have it" in client.post(link).text
    server.start()
    begun = time.monotonic()
    is_there = "select state from incident where title = 'No gate moves: away'"
    eventually(lambda: ask(server.url, is_there) == [("acknowledged",)], "told", BACK_WITHIN_S)
    alive_after = time.monotonic() - begun
    post(node, "after")
    webhook_sink.wait_for(lambda _: True, 3)
    figures.keep(
        "R-09 start",
        ready_after_s=round(ready_after, 1),
        told_after_s=round(alive_after, 1),
    )
    assert {key_of(one).split(":")[0] for one in webhook_sink.received} == {"page", "away"}


def test_an_acknowledgement_while_the_server_is_away_counts_and_outlives_the_process(
    server: Cluster, make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    node = make_node(database=server.url)
    calls_the_next_level_soon(node)
    node.start()
    ada, stranger = who_has_come_in(node, "ada"), a_responder(node, "eve")
    incident_id = paged_about(node, webhook_sink, "acknowledged")
    server.stop_at_once()
    acknowledge = f"{node.url}/api/v1/incidents/{incident_id}/ack"
    with a_client() as client:
        assert client.post(acknowledge, headers=stranger).status_code == 503
        begun = time.monotonic()
        answer = client.post(acknowledge, headers=ada)
        answered_after = time.monotonic() - begun
    assert (answer.status_code, answer.json()["state"]) == (202, "kept"), answer.text
    node.kill()
    time.sleep(NEXT_LEVEL_S)  # the next level is overdue when the server is back
    node.start()
    with a_client() as client:
        of_the_terminal = client.post(acknowledge, headers=node.credentials())
    assert of_the_terminal.status_code == 202, "the token on this disk is known from the start"
    server.start()
    begun = time.monotonic()
    by = "select acknowledged_by from incident where title = 'No gate moves: acknowledged'"
    eventually(lambda: ask(server.url, by) == [("ada",)], "told", BACK_WITHIN_S)
    figures.keep(
        "R-09 acknowledgement",
        answered_after_s=round(answered_after, 2),
        told_after_s=round(time.monotonic() - begun, 1),
    )
    only_the_unanswered_reach_bo(node, webhook_sink)
