"""A whole house over each database, whose ways out are fakes that the test holds."""

from collections.abc import Iterator
from typing import Any

import pytest

from runcard.engine.fire import Fire
from runcard.testing.house import HouseForTests, a_house
from tests.engine.observing import rows, tamper
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

WAYS = [
    {"kind": "webhook", "address": "https://hooks.ferries.example/ada"},
    {"kind": "email", "address": "ada@ferries.example"},
]
SEV1 = {"severity": "SEV1"}


def team_in_which_ada_has(ways: list[dict[str, str]]) -> dict[str, Any]:
    people = {**TEAM["people"], "ada": {"name": "Ada K.", "ways": ways}}
    return {**TEAM, "people": people}


@pytest.fixture
def house(address: str) -> Iterator[HouseForTests]:
    """Everybody has a dev phone."""
    with a_house(address, {"ferries": PLAYBOOK}, TEAM) as house:
        yield house


@pytest.fixture
def house_of_two_ways(address: str) -> Iterator[HouseForTests]:
    """Ada has a webhook, and e-mail a minute later; neither is set up yet."""
    with a_house(address, {"ferries": PLAYBOOK}, team_in_which_ada_has(WAYS)) as house:
        yield house


@pytest.fixture
def living_house(house: HouseForTests) -> HouseForTests:
    """Its time is real."""
    house.house.db.clock = None
    return house


def open_incident(house: HouseForTests, title: str) -> str:
    """One alert, decided; nothing is sent yet."""
    incident_id = house.arrive(house.signal(title, labels=SEV1))[0].incident_id
    assert incident_id is not None
    Fire(house.house).once()
    return incident_id


def stand_on(house: HouseForTests, playbook: str, *, incident: str) -> str:
    """Put an incident on another playbook behind everybody's back; answers the one it had."""
    [(before,)] = rows(house.house.db, "select playbook_id from incident where id = :i", i=incident)
    words = "update incident set playbook_id = :playbook where id = :incident"
    tamper(house.house.db, words, playbook=playbook, incident=incident)
    return str(before)
