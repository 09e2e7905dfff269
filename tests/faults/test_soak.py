"""R-38: hours of alerts: memory grows by a tenth at most, and no file stays open."""

import os
import time
from pathlib import Path

import pytest

from tests.crash.conftest import MakesNode, compiled, make_node, webhook_sink
from tests.crash.load import Load
from tests.crash.node import Node
from tests.crash.sink import SinkThatKills
from tests.figures import Figures

__all__ = ["compiled", "make_node", "webhook_sink"]
pytestmark = pytest.mark.soak
MINUTES = "RUNCARD_SOAK_MINUTES"
POSTS_A_SECOND = 30
MOST_GROWTH = 1.10
MORE_FILES = 5
EVERY_S = 5.0


def test_two_hours_of_alerts_leave_memory_and_files_as_they_were(
    make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    minutes = float(os.environ.get(MINUTES, "120"))
    node = make_node()
    node.start()
    samples = []
    with Load([node], seed=38, pause=2 / POSTS_A_SECOND) as load:
        ends = time.monotonic() + minutes * 60
        while time.monotonic() < ends:
            time.sleep(EVERY_S)
            samples.append((resident_mb(node), open_files(node)))
        load.stop()
    # In the first third caches and pools fill once: those of SQLite alone hold up to 160 MB.
    third = max(len(samples) // 3, 1)
    second, last = samples[third : 2 * third], samples[-third:]
    before, after = (sorted(part)[len(part) // 2] for part in (second, last))
    figures.keep(
        "R-38", minutes=minutes, alerts=len(load.accepted), resident_mb_before=before[0],
        resident_mb_after=after[0], files_before=before[1], files_after=after[1],
    )  # fmt: skip
    assert after[0] <= before[0] * MOST_GROWTH
    assert after[1] <= before[1] + MORE_FILES


def resident_mb(node: Node) -> float:
    status = Path(f"/proc/{node.running.pid}/status")
    if not status.exists():
        pytest.skip("only Linux tells of a process in /proc")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return round(int(line.split()[1]) / 1024, 1)


def open_files(node: Node) -> int:
    return len(list(Path(f"/proc/{node.running.pid}/fd").iterdir()))
