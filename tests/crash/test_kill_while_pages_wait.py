"""kill -9 while pages wait for their turn: each was told in some message, or is still planned."""

import os
import random

import pytest
from sqlalchemy import create_engine, make_url, text

from tests.crash.aftermath import a_seed, driver, key_of
from tests.crash.conftest import MakesNode
from tests.crash.load import Load
from tests.crash.node import Node
from tests.crash.test_kill_at_random import SEED, kill_again_and_again, verify
from tests.figures import Figures
from tests.peers.webhook_sink import WebhookSink

CYCLES = 5
MOST_MESSAGES = 8
"""One person, one way, less than a quarter of an hour; a repeat after a kill has the same key."""
THROTTLED = {"RUNCARD_THROTTLE_PAGES": "true"}
WHERE_TOLD = """
select page.incident_id, incident.acknowledged_at, job.state,
       coalesce(told_with.message, job.key) as message
from page join job on job.subject = page.id join incident on incident.id = page.incident_id
left join told_with on told_with.key = job.key
where page.level = 0
"""


@pytest.mark.crash
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_kills_lose_no_page_that_waits(
    make_node: MakesNode,
    webhook_sink: WebhookSink,
    figures: Figures,
    request: pytest.FixtureRequest,
    kind: str,
) -> None:
    database = request.getfixturevalue("postgres_url") if kind == "postgresql" else None
    node = make_node(database=database, **THROTTLED)
    seed = a_seed(os.environ.get(SEED))
    figures.say(f"{SEED}={seed}")
    node.start()
    with Load([node], seed) as load:
        kill_again_and_again(node, random.Random(seed), CYCLES)
        load.stop()
    assert verify(node).returncode == 0
    node.stop()
    accepted = {one.incident_id for one in load.accepted} - load.asked
    messages = {key_of(one) for one in webhook_sink.received}
    lost = accepted - told_or_planned(node, messages)
    figures.keep(
        "R-22",
        what=f"{CYCLES} kills on {kind} while pages wait",
        incidents=len(accepted),
        messages=len(messages),
        pages_lost=len(lost),
    )
    assert len(accepted) > CYCLES, "that was no load"
    assert lost == set()
    assert 0 < len(messages) <= MOST_MESSAGES


def told_or_planned(node: Node, messages: set[str]) -> set[str]:
    """Incidents whose page waits for its turn, or was told in a message that arrived."""
    engine = create_engine(make_url(node.address).set(drivername=driver(node.address)))
    try:
        with engine.connect() as tx:
            rows = tx.execute(text(WHERE_TOLD)).all()
    finally:
        engine.dispose()
    return {
        row.incident_id
        for row in rows
        if row.state in {"ready", "running"}
        or row.message in messages
        or row.acknowledged_at is not None
    }
