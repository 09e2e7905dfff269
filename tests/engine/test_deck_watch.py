"""What another node put in force is taken up, also by a node that only runs doors."""

from collections.abc import Iterator

import pytest

from runcard.engine.deck_watch import DeckWatch
from runcard.flows.deck import Deck
from runcard.flows.playbook_is_published import Asked, publish
from runcard.kernel.actor import Person
from runcard.kernel.permission import Permission
from runcard.testing.house import HouseForTests, a_house
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

CHIEF = Person("ada", frozenset({Permission.ADMINISTER}))
SOONER = PLAYBOOK.replace("every 20 minutes", "every 10 minutes")


@pytest.fixture
def house(address: str) -> Iterator[HouseForTests]:
    with a_house(address, {"ferries": PLAYBOOK}, TEAM) as house:
        yield house


def test_a_deck_that_is_behind_catches_up_when_it_looks(house: HouseForTests) -> None:
    inner = house.house
    fresh = inner.deck
    behind = Deck(fresh.linter, fresh.in_force)
    publish(inner, CHIEF, "ferries", Asked(SOONER))
    inner.deck = behind
    watch = DeckWatch(inner)
    watch.loop.stopping.set()  # No need to gather what nobody sends.
    assert watch.look() == 0
    assert [card.id for card in behind.in_force] == [card.id for card in fresh.in_force]
    assert watch.look() == 0
