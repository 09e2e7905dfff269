"""SIGTERM: what is in the air lands and is written down; nothing new begins."""

import signal

import pytest

from tests.crash.aftermath import aftermath, eventually
from tests.crash.conftest import MakesNode
from tests.crash.load import post
from tests.crash.sink import SinkThatKills

pytestmark = pytest.mark.crash


def test_a_page_in_the_air_is_finished_and_written(
    make_node: MakesNode, webhook_sink: SinkThatKills
) -> None:
    node = make_node()
    node.start()

    def ask_it_to_stop() -> None:
        node.running.send_signal(signal.SIGTERM)
        eventually(lambda: not node.is_ready(), "it closes its doors")

    webhook_sink.trigger = ask_it_to_stop
    accepted = post(node, "gate-1")
    assert node.running.wait(30.0) == 0
    assert "Stopped. What was accepted is on disk." in node.told()
    left = aftermath(node.address, webhook_sink)
    assert left.lost_pages(accepted, excused=()) == set()
    assert left.outcomes == ("delivered",)
    node.start()
    assert node.stop() == 0
    assert len(webhook_sink.received) == 1, "nothing was left to send again"
