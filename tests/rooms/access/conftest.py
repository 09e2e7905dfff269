"""A database with nothing but this room and the timeline, and a clock moved by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runcard.db.database import Database
from runcard.db.engine import open_engines
from runcard.db.metadata import metadata
from runcard.domain.access import store as access
from runcard.ledgers.timeline import store as timeline

TABLES = [
    access.token, access.intake_key, access.install_secret, timeline.entry, timeline.chain,
]  # fmt: skip


@dataclass
class HandClock:
    """Moves when told."""

    at: datetime = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def forward(self, **span: int) -> None:
        self.at += timedelta(**span)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def db(tmp_path: Path, clock: HandClock) -> Iterator[Database]:
    engines = open_engines(f"sqlite:///{tmp_path}/access.db", durable=False)
    metadata.create_all(engines.writing, tables=TABLES)
    house = Database(engines, clock)
    house.start()
    yield house
    house.close()
