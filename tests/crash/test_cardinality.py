"""A million label sets from one source: the memory, the rows and the board stay small (R-26); and a
flood that comes while the database is held stays on the disk."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.crash.conftest import MakesNode
from tests.crash.load import post
from tests.crash.node import Node
from tests.crash.sink import SinkThatKills
from tests.figures import Figures

pytestmark = pytest.mark.reliability
LOADGEN = Path(__file__).parents[2] / "bench" / "loadgen.py"
A_POST = 100
SETS = "RUNCARD_LABEL_SETS"
MOST_ROWS, OVER = 50_000, 5_000
MOST_GROWTH_MB = 200
HELD_S, DRAINED_WITHIN_S = 15, 120
MANY = 20_000
TOLD = b"has over 50000 open alerts; more are only counted"


def test_a_million_label_sets_of_one_source(
    make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    sets = int(os.environ.get(SETS, "1000000"))
    node = make_node(RUNCARD_THROTTLE_PAGES="true")
    node.start()
    post(node, "warm-up")
    before = memory_mb(node)
    done = subprocess.run(
        [
            sys.executable, LOADGEN, node.intake, "--alerts", str(A_POST), "-d", "1200",
            "--max-requests", str(sets // A_POST), "-c", "8",
        ],
        capture_output=True, text=True, check=True, timeout=1300,
    )  # fmt: skip
    said = json.loads(done.stdout)
    [told] = webhook_sink.wait_for(lambda one: TOLD in one.body)[:1]
    rows, incidents = kept(node)
    growth = memory_mb(node) - before
    figures.keep(
        "R-26",
        label_sets=said["ok"] * A_POST,
        rows=rows,
        open_incidents=incidents,
        growth_mb=growth,
        alerts_s=round(said["alerts_s"]),
    )
    assert said["ok"] == said["sent"] == sets // A_POST
    assert told.path == "/ada", "whoever is on call or falls back hears of it"
    assert rows <= MOST_ROWS + OVER
    assert growth <= MOST_GROWTH_MB


def test_a_flood_while_the_database_is_held_stays_on_the_disk(
    make_node: MakesNode, figures: Figures
) -> None:
    node = make_node()
    node.start()
    post(node, "warm-up")
    before = memory_mb(node)
    other = sqlite3.connect(node.folder / "data" / "runcard.db", isolation_level=None, timeout=30)
    other.execute("begin immediate")
    flood = [sys.executable, LOADGEN, node.intake, "--alerts", str(A_POST), "-d", str(HELD_S)]
    done = subprocess.run([*flood, "-c", "8"], capture_output=True, text=True, check=True)
    growth = memory_mb(node) - before
    other.close()
    said = json.loads(done.stdout)
    taken = said["ok"] * A_POST
    figures.keep("R-26, held", held_s=HELD_S, alerts_kept=taken, growth_mb=growth)
    spool = node.folder / "data" / "spool"
    within = time.monotonic() + DRAINED_WITHIN_S
    while any(spool.iterdir()) and time.monotonic() < within:
        time.sleep(0.5)
    assert taken > MANY
    assert growth <= MOST_GROWTH_MB
    assert not any(spool.iterdir()), "what was kept is told to the database afterwards"


def memory_mb(node: Node) -> int:
    """What the process really holds."""
    status = Path(f"/proc/{node.running.pid}/status").read_text(encoding="ascii")
    held = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(held.split()[1]) // 1024


def kept(node: Node) -> tuple[int, int]:
    """Alerts that are rows of their own, and incidents that are open."""
    engine = create_engine(node.address)
    try:
        with engine.connect() as tx:
            rows = tx.scalar(text("select count(*) from alert"))
            open_ones = tx.scalar(text("select count(*) from incident where state != 'resolved'"))
            return int(rows or 0), int(open_ones or 0)
    finally:
        engine.dispose()
