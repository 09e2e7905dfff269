"""A start with a million incidents in the file: ready soon, and what is overdue is paged (R-37).

Nor is any look of the auditor over them long (R-14).
"""

import sqlite3
import time
from functools import partial
from pathlib import Path
from statistics import median

import pytest

from runcard.db.database import Database
from runcard.db.engine import open_engines
from runcard.domain.paging.queries import adrift_after
from runcard.engine.auditor import WINDOW
from runcard.flows.house import ENGINE
from tests.crash.aftermath import eventually
from tests.crash.conftest import MakesNode
from tests.crash.load import post
from tests.crash.sink import SinkThatKills
from tests.figures import Figures

pytestmark = pytest.mark.reliability
MILLION, OPEN = 1_000_000, 100_000
LOOK_WITHIN_MS = 50.0
READY_WITHIN_S, PAGED_WITHIN_S = 5.0, 10.0
AN_HOUR = 3_600_000_000


def test_a_million_incidents_start_within_seconds_and_what_is_overdue_is_paged(
    make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    node = make_node()
    begun = time.monotonic()
    node.start()
    ready_empty = time.monotonic() - begun
    post(node, "gate-1")
    webhook_sink.wait_for(lambda _: True)
    eventually(lambda: "page attempt" in node.log(), "it is written down")
    node.stop()
    webhook_sink.forget()
    grown(node.folder / "data" / "runcard.db")
    looks = looks_of_the_auditor(node.address)
    figures.keep(
        "R-14",
        open=OPEN,
        closed=MILLION - OPEN,
        look_ms=round(median(looks), 1),
        slowest_look_ms=round(max(looks), 1),
        sweep_ms=round(sum(looks)),
    )
    assert len(looks) == OPEN // WINDOW + 1
    assert median(looks) <= LOOK_WITHIN_MS
    begun = time.monotonic()
    node.start()
    ready = time.monotonic() - begun
    webhook_sink.wait_for(lambda _: True, within=3 * PAGED_WITHIN_S)
    paged = time.monotonic() - begun
    figures.keep(
        "R-37",
        incidents=MILLION,
        open=OPEN,
        ready_s=round(ready, 2),
        ready_when_empty_s=round(ready_empty, 2),
        overdue_paged_s=round(paged, 2),
    )
    assert ready <= READY_WITHIN_S
    assert paged <= PAGED_WITHIN_S


def looks_of_the_auditor(address: str) -> list[float]:
    """Milliseconds of each window of one sweep."""
    engines = open_engines(address)
    database = Database(engines)
    after, took, is_over = 0, [], False
    while not is_over:
        begun = time.perf_counter()
        window = database.read(partial(adrift_after, number=after, most=WINDOW), ENGINE)
        took.append((time.perf_counter() - begun) * 1000)
        assert window.suspects == ()
        after, is_over = window.last, not window.last
    engines.close()
    return took


def grown(file: Path) -> None:
    """The one incident a million times: most are over, a tenth is open with its next level due in
    an hour, and the first one's next level has been due since the server was stopped."""
    with sqlite3.connect(file) as tx:
        names = [row[1] for row in tx.execute("pragma table_info(incident)")]
        kept = ", ".join(
            name for name in names if name not in {"number", "id", "group_key", "state", "status"}
        )
        tx.execute(
            f"""
            with recursive n(i) as (select 2 union all select i + 1 from n where i < {MILLION})
            insert into incident (number, id, group_key, state, status, {kept})
            select i, 'inc_' || i, 'g' || i,
                iif(i <= {OPEN}, 'open', 'resolved'),
                iif(i <= {OPEN}, 'investigating', 'resolved'), {kept}
            from n, incident where incident.number = 1
            """
        )
        tx.execute(
            f"""
            insert into timer (key, kind, subject, generation, step, due_at)
            select 't' || number, 'escalate', incident.id, 0, 1, opened_at + {AN_HOUR}
            from incident where number between 2 and {OPEN}
            """
        )
        tx.execute(f"update timer set due_at = due_at - {AN_HOUR} where key not like 't%'")
    tx.execute("pragma wal_checkpoint(truncate)")
    tx.close()
