"""Two halves on one PostgreSQL: the doors take in, the engine pages, and each says what it is."""

import httpx2
import pytest

from tests.crash.aftermath import aftermath, eventually, wait_until_quiet
from tests.crash.conftest import MakesNode
from tests.crash.load import post
from tests.crash.node import Node
from tests.crash.sink import SinkThatKills
from tests.peers.webhook_sink import WebhookSink

pytestmark = pytest.mark.crash
ALERTS = 3
AT_ONCE_S = 5.0
SCRAPE = "scrape-me"


def scraped(node: Node) -> str:
    """As Prometheus asks, and as somebody else does in vain."""
    assert httpx2.get(f"{node.url}/metrics").status_code == 401
    headers = {"Authorization": f"Bearer {SCRAPE}"}
    return httpx2.get(f"{node.url}/metrics", headers=headers).text


def halves_of(node: Node) -> dict[str, list[str]]:
    """By name, those that live."""
    return {each["name"]: each["runs"] for each in node.ask("/health")["nodes"] if each["lives"]}


def test_doors_take_in_and_the_engine_pages(
    make_node: MakesNode,
    postgres_url: str,
    webhook_sink: SinkThatKills,
    request: pytest.FixtureRequest,
) -> None:
    watcher = WebhookSink()
    request.addfinalizer(watcher.close)
    doors = make_node("doors", postgres_url, RUNCARD_ONLY="doors", RUNCARD_METRICS_TOKEN=SCRAPE)
    doors.start()
    assert list(halves_of(doors).values()) == [["doors"]]
    assert doors.ask("/health")["status"] == "no engine"
    accepted = [one for n in range(ALERTS) for one in post(doors, f"gate-{n}")]
    assert webhook_sink.received == [], "nobody is there to page"
    heard = f"{watcher.url}/engine"
    engine = make_node("engine", postgres_url, RUNCARD_ONLY="engine", RUNCARD_HEARTBEAT_URLS=heard)
    engine.launch()
    webhook_sink.wait_for(lambda _: True, ALERTS)
    watcher.wait_for(lambda beat: beat.path == "/engine")
    assert sorted(halves_of(doors).values()) == [["doors"], ["engine"]]
    eventually(lambda: doors.ask("/health")["status"] == "ok", "the engine is seen")
    accepted += post(doors, "gate-woken")
    webhook_sink.wait_for(lambda _: True, ALERTS + 1, within=AT_ONCE_S)
    wait_until_quiet(postgres_url)
    shown = scraped(doors)
    assert f'runcard_alerts_total{{fold="new"}} {ALERTS + 1}.0' in shown
    assert shown.count('",version="') == 2, "both nodes are there"
    assert not engine.is_ready(), "nothing listens there"
    assert engine.stop() == 0
    assert list(halves_of(doors).values()) == [["doors"]], "it signed out"
    left = aftermath(postgres_url, webhook_sink)
    assert left.lost_pages(accepted, excused=()) == set()
    assert left.repeats() == 0
