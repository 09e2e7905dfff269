"""Pages that are due leave while nothing can be written down, once, and that is told later."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from runcard.engine.deliver import Deliver
from runcard.kernel.errors import Unavailable
from runcard.testing.house import HouseForTests, a_house
from tests.engine.conftest import open_incident
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM


@contextmanager
def locked(house: HouseForTests) -> Iterator[None]:
    """Another program holds the file; nobody waits long for it."""
    engines = house.house.db.engines
    with engines.writing.connect() as tx:
        tx.exec_driver_sql("pragma busy_timeout=50")
    other = sqlite3.connect(str(engines.writing.url.database), isolation_level=None)
    other.execute("begin immediate")
    try:
        yield
    finally:
        other.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[HouseForTests]:
    """On PostgreSQL other nodes may be sending the same pages."""
    with a_house(f"sqlite:///{tmp_path}/x.db", {"ferries": PLAYBOOK}, TEAM) as house:
        yield house


def test_a_page_leaves_once_and_is_written_down_when_the_database_is_back(
    house: HouseForTests,
) -> None:
    incident_id = open_incident(house, "the lock gate is stuck")
    deliver = Deliver(house.house, "test", Event())
    with locked(house):
        for _ in range(2):
            with pytest.raises(Unavailable):
                deliver.once_and_wait()
    assert len(house.phone.sent) == 1
    deliver.once_and_wait()
    assert len(house.phone.sent) == 1
    [page] = house.brief(incident_id).pages
    assert [attempt.outcome for attempt in page.attempts] == ["delivered"]


def test_what_was_answered_meanwhile_is_not_sent(house: HouseForTests) -> None:
    incident_id = open_incident(house, "the lock gate is stuck")
    house.acknowledge(incident_id)
    deliver = Deliver(house.house, "test", Event())
    with locked(house), pytest.raises(Unavailable):
        deliver.once_and_wait()
    assert house.phone.sent == []
