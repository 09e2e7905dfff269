"""R-08: the same post, ten times at once, at three nodes: one incident, one alert, one page."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier

import pytest

from runcard.testing.house import HouseForTests, a_house
from tests.engine.conftest import SEV1
from tests.engine.observing import rows
from tests.figures import Figures
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

NODES, POSTS, ROUNDS = 3, 10, 12


@pytest.fixture
def nodes(postgres_url: str) -> Iterator[list[HouseForTests]]:
    """Three houses over one database, whose time is the database's."""
    with ExitStack() as open_houses:
        made = [
            open_houses.enter_context(a_house(postgres_url, {"ferries": PLAYBOOK}, TEAM))
            for _ in range(NODES)
        ]
        for node in made:
            node.house.db.clock = None
        yield made


def test_it_is_one_incident_one_alert_and_one_page(
    nodes: list[HouseForTests], figures: Figures
) -> None:
    together = Barrier(POSTS)

    def post(number: int, title: str) -> str:
        signals = [nodes[0].signal(title, labels=SEV1)]
        together.wait(20.0)
        return str(nodes[number % NODES].arrive(*signals)[0].incident_id)

    with ThreadPoolExecutor(POSTS) as pool:
        for turn in range(ROUNDS):
            title = f"Bow door {turn}"
            incidents = set(pool.map(post, range(POSTS), [title] * POSTS))
            assert len(incidents) == 1
            list(pool.map(lambda node: node.work(), nodes))
    db = nodes[0].house.db
    assert rows(db, "select count(*), min(times), max(times) from alert") == [
        (ROUNDS, POSTS, POSTS)
    ]
    assert rows(db, "select count(*) from incident") == [(ROUNDS,)]
    sent = [message.key for node in nodes for message in node.phone.sent]
    figures.keep("R-08", rounds=ROUNDS, posts=ROUNDS * POSTS, nodes=NODES, pages=len(sent))
    assert len(sent) == len(set(sent)) == ROUNDS
