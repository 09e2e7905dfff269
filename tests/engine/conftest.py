"""A whole house over each database, whose ways out are fakes that the test holds."""

from collections.abc import Iterator
from typing import Any

import pytest

from runcard.testing.house import HouseForTests, a_house
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
