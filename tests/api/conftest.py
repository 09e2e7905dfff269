"""Clients of the door, before a small house."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from runcard.db.database import Database
from runcard.db.engine import open_engines
from runcard.db.metadata import metadata
from runcard.domain.access import store as access
from runcard.domain.access.actions import issue_key
from runcard.interfaces.api.app import PREFIX, api
from runcard.interfaces.api.health import health_routes
from runcard.interfaces.api.intake import Limits, StormDoor, intake_route
from runcard.kernel.actor import Engine
from runcard.ledgers.timeline import store as timeline
from tests.api.fake_house import FakeDesk, FakeHouse, ListIntake

TABLES = [
    access.token, access.intake_key, access.install_secret, timeline.entry, timeline.chain,
]  # fmt: skip
LIMITS = Limits(bytes=200_000, alerts=100)


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def client(desk: FakeDesk) -> Iterator[TestClient]:
    site = Starlette(routes=[*health_routes(desk), Mount(PREFIX, api(desk))])
    with TestClient(site, raise_server_exceptions=False) as client:
        client.headers["Authorization"] = "Bearer rct_ada"
        yield client


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    engines = open_engines(f"sqlite:///{tmp_path}/door.db", durable=False)
    metadata.create_all(engines.writing, tables=TABLES)
    database = Database(engines)
    database.start()
    yield database
    database.close()


@pytest.fixture
def house(db: Database) -> FakeHouse:
    return FakeHouse(db)


@pytest.fixture
def key(db: Database) -> str:
    return db.write(lambda work: issue_key(work, "prom", "list"), Engine())


@pytest.fixture
def sender(house: FakeHouse) -> Iterator[TestClient]:
    intake = intake_route(house, {"list": ListIntake()}, LIMITS)
    site = StormDoor(intake, Starlette(routes=[intake]))
    with TestClient(site, raise_server_exceptions=False) as client:
        yield client
