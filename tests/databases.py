"""Every story about memory is told twice: on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from runcard.db.database import Database
from runcard.db.engine import open_engines
from runcard.db.migrate import upgrade
from runcard.testing.clock import FrozenClock


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a fresh, empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/runcard.db"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def clock() -> FrozenClock:
    """Time moved by hand."""
    return FrozenClock()


@pytest.fixture
def database(address: str, clock: FrozenClock) -> Iterator[Database]:
    """A fresh database with the whole schema, open for work."""
    engines = open_engines(address, durable=False)
    upgrade(engines.writing)
    database = Database(engines, clock)
    database.start()
    yield database
    database.close()
