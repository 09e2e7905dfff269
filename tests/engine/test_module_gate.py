"""The gate of a rolling upgrade: a part that the database wants otherwise is left to others."""

import threading

import pytest
from sqlalchemy import text

from runcard.db.dialect import hold_schema
from runcard.engine.deliver import Deliver
from runcard.engine.fire import Fire
from runcard.ledgers.agenda.modules import VERSIONS, LeftToOthers, Module
from runcard.testing.house import HouseForTests
from tests.engine.conftest import SEV1
from tests.engine.observing import rows, tamper


def want(house: HouseForTests, module: Module, version: int) -> None:
    """As the migration of another version does."""
    words = "update engine_module set version = :v where name = :n"
    tamper(house.house.db, words, v=version, n=module.value)


def test_the_steps_want_what_the_code_runs(house: HouseForTests) -> None:
    found = dict(rows(house.house.db, "select name, version from engine_module"))
    assert found == {module.value: version for module, version in VERSIONS.items()}


@pytest.mark.parametrize("wanted", [0, 2])
def test_what_is_due_stays_in_the_book_for_nodes_of_that_version(
    house: HouseForTests, wanted: int
) -> None:
    incident = house.alert("Bow door", labels=SEV1)
    before = house.paged(incident)
    want(house, Module.FIRE, wanted)
    house.clock.forward(hours=1)
    due = rows(house.house.db, "select * from timer")
    with pytest.raises(LeftToOthers, match=f"wants version {wanted} of fire and this node runs 1"):
        Fire(house.house).once()
    assert rows(house.house.db, "select * from timer") == due
    want(house, Module.FIRE, 1)
    house.work()
    assert len(house.paged(incident)) > len(before)


def test_a_page_stays_for_nodes_of_that_version_and_alerts_are_taken_in(
    house: HouseForTests,
) -> None:
    want(house, Module.DELIVER, 2)
    incident = house.arrive(house.signal("Bow door", labels=SEV1))[0].incident_id
    assert incident is not None
    deliver = Deliver(house.house, "old", threading.Event())
    with pytest.raises(LeftToOthers, match="version 2 of deliver"):
        deliver.once()
    assert house.phone.sent == []
    assert rows(house.house.db, "select state, attempt from job") == [("ready", 0)]
    want(house, Module.DELIVER, 1)
    house.work()
    assert house.paged(incident) == ["ada"]


def test_nothing_is_decided_while_the_schema_is_changed(
    house: HouseForTests, request: pytest.FixtureRequest
) -> None:
    if house.house.db.engines.is_embedded:
        with house.house.db.engines.writing.connect() as tx:
            hold_schema(tx)  # Nobody else has the file: there is nothing to hold.
        return
    house.alert("Bow door", labels=SEV1)
    house.clock.forward(hours=1)
    with house.house.db.engines.writing.begin() as migrating:
        hold_schema(migrating)
        with pytest.raises(LeftToOthers, match="The schema is being changed"):
            Fire(house.house).once()
        migrating.execute(text("select 1"))
    assert Fire(house.house).once() > 0
