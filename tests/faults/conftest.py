"""Houses that things go wrong in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from runcard.db.engine import open_engines
from runcard.db.migrate import upgrade
from runcard.testing.house import HouseForTests, a_house
from tests.faults.simulation import team_of_two_ways
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the whole schema, to copy: making one costs more than a world does."""
    path = tmp_path_factory.mktemp("migrated") / "runcard.db"
    engines = open_engines(f"sqlite:///{path}", durable=False)
    upgrade(engines.writing)
    engines.close()
    return path


@pytest.fixture
def house(address: str) -> Iterator[HouseForTests]:
    """Everybody has a dev phone."""
    with a_house(address, {"ferries": PLAYBOOK}, TEAM) as house:
        yield house


@pytest.fixture
def house_of_two_ways(address: str) -> Iterator[HouseForTests]:
    """Everybody has a webhook and, a minute later, an e-mail."""
    with a_house(address, {"ferries": PLAYBOOK}, team_of_two_ways()) as house:
        yield house
