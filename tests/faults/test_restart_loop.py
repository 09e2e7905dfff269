"""R-36: a process that dies again and again still takes alerts in, and is told of once."""

import random
import time

import pytest

from runcard.engine.recovery import recover
from runcard.flows.runcard_is_started import MOST_STARTS
from runcard.testing.house import HouseForTests
from tests.crash.aftermath import aftermath, wait_until_quiet
from tests.crash.conftest import MakesNode, compiled, make_node, webhook_sink
from tests.crash.load import Load
from tests.crash.sink import SinkThatKills
from tests.figures import Figures

__all__ = ["compiled", "make_node", "webhook_sink"]
DEATHS = 10
WITHIN_S = 60.0


def start_often(house: HouseForTests, times: int) -> None:
    for _ in range(times):
        recover(house.house)
        house.work()
        house.clock.forward(seconds=5)


def test_ten_starts_in_a_minute_wake_the_fallback_list_once(house: HouseForTests) -> None:
    start_often(house, MOST_STARTS - 1)
    assert house.phone.sent == []
    start_often(house, MOST_STARTS)
    assert [message.to for message in house.phone.sent] == ["cy"]
    assert "started 10 times within a minute" in house.phone.sent[0].title


def test_a_start_now_and_then_wakes_nobody(house: HouseForTests) -> None:
    for _ in range(3 * MOST_STARTS):
        recover(house.house)
        house.clock.forward(minutes=1)
    house.work()
    assert house.phone.sent == []


@pytest.mark.reliability
def test_alerts_are_taken_in_between_ten_deaths_in_a_minute(
    make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    node = make_node()
    node.start()
    lives = []
    with Load([node], seed=36) as load:
        begun = time.monotonic()
        for _ in range(DEATHS):
            before = len(load.accepted)
            time.sleep(random.Random(before).uniform(0.3, 1.0))
            node.kill()
            lives.append(len(load.accepted) - before)
            node.start()
        took = time.monotonic() - begun
        load.stop()
    wait_until_quiet(node.address)
    node.stop()
    left = aftermath(node.address, webhook_sink)
    figures.keep(
        "R-36", deaths=DEATHS, in_s=round(took, 1), fewest_taken_in_a_life=min(lives),
        alerts_accepted=len(load.accepted), alerts_lost=len(left.lost_alerts(load.accepted)),
    )  # fmt: skip
    assert min(lives) > 0, "it took something in, each time it lived"
    assert left.lost_alerts(load.accepted) == set()
    assert left.lost_pages(load.accepted, excused=load.asked & left.acknowledged) == set()
