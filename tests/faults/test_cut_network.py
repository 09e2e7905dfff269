"""R-35: the lines to the database and to the provider are slow, lossy and cut: nothing is lost."""

import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from runcard.testing.fault_proxy import SOUND, FaultProxy, Faults, a_fault_proxy
from tests.crash.aftermath import aftermath, eventually, wait_until_quiet
from tests.crash.conftest import MakesNode, compiled, make_node, webhook_sink
from tests.crash.lines import place_of, through
from tests.crash.load import Load, post
from tests.crash.sink import SinkThatKills
from tests.figures import Figures

__all__ = ["compiled", "make_node", "webhook_sink"]
pytestmark = pytest.mark.reliability
TROUBLES = {
    "200 ms, give or take 100": Faults(delay=0.1, jitter=0.2),
    "10 % loss": Faults(loss=0.1),
    "64 kbit/s": Faults(bytes_a_second=8000),
    "half open": Faults(is_half_open=True),
    "refused": Faults(is_refusing=True),
}
SECONDS_EACH = 6.0


@pytest.fixture
def to_database(postgres_url: str) -> Iterator[FaultProxy]:
    with a_fault_proxy(place_of(postgres_url), seed=35) as proxy:
        yield proxy


def suffer(proxy: FaultProxy) -> None:
    """Every trouble in turn; when it ends, what hung in it is reset, as by a firewall."""
    for faults in TROUBLES.values():
        proxy.faults = faults
        if faults.is_refusing:
            proxy.cut()
        time.sleep(SECONDS_EACH)
        proxy.faults = SOUND
        proxy.cut()
        time.sleep(1.0)


def test_trouble_between_a_node_and_its_database_loses_nothing(
    make_node: MakesNode,
    webhook_sink: SinkThatKills,
    postgres_url: str,
    to_database: FaultProxy,
    figures: Figures,
) -> None:
    node = make_node(database=through(to_database, postgres_url))
    node.start()
    with Load([node], seed=35) as load:
        suffer(to_database)
        load.stop()
    wait_until_quiet(postgres_url)
    assert node.ask("/verify")["breaks"] == []
    left = aftermath(postgres_url, webhook_sink)
    figures.keep(
        "R-35", line="node to database", troubles=len(TROUBLES),
        alerts_accepted=len(load.accepted), alerts_lost=len(left.lost_alerts(load.accepted)),
        pages=len(left.received), repeats=left.repeats(),
        pages_lost=len(left.lost_pages(load.accepted, excused=load.asked & left.acknowledged)),
    )  # fmt: skip
    assert load.accepted
    assert left.lost_alerts(load.accepted) == set()
    assert left.lost_pages(load.accepted, excused=load.asked & left.acknowledged) == set()
    assert left.incidents_with_several_keys() == set()


def test_trouble_between_a_node_and_a_provider_loses_no_page(
    make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    there = urlsplit(webhook_sink.url)
    with a_fault_proxy((there.hostname or "", there.port or 0), seed=36) as proxy:
        real, webhook_sink.url = webhook_sink.url, f"http://127.0.0.1:{proxy.port}"
        node = make_node()
        webhook_sink.url = real
        node.start()
        accepted = []
        for number, (name, faults) in enumerate(TROUBLES.items()):
            proxy.faults = faults
            accepted += post(node, f"gate-{number} {name}")
            time.sleep(SECONDS_EACH)
            proxy.faults = SOUND
            proxy.cut()
        eventually(lambda: len(webhook_sink.received) >= len(TROUBLES), "all arrive", within=60.0)
        wait_until_quiet(node.address, within=120.0)
        node.stop()
    left = aftermath(node.address, webhook_sink)
    figures.keep(
        "R-35", line="node to provider", troubles=len(TROUBLES), pages=len(left.received),
        pages_lost=len(left.lost_pages(accepted, excused=())), repeats=left.repeats(),
    )  # fmt: skip
    assert left.lost_pages(accepted, excused=()) == set()
    assert left.incidents_with_several_keys() == set()
