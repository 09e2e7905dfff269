"""At start: the leases of a dead process end at once on SQLite, and lapse on PostgreSQL."""

from runcard.engine.deliver import MOST_CLAIMED
from runcard.engine.recovery import recover
from runcard.flows.errands import claim
from runcard.testing.house import HouseForTests
from tests.engine.conftest import open_incident


def die_with_a_page_in_the_air(house: HouseForTests) -> str:
    incident = open_incident(house, "Bow door")
    claimed = house.house.write(lambda w: claim(w, house.house, "dead", MOST_CLAIMED))
    assert len(claimed) == 1
    return incident


def test_a_page_in_the_air_is_taken_over(house: HouseForTests) -> None:
    incident = die_with_a_page_in_the_air(house)
    recover(house.house)
    house.work()
    if house.house.db.engines.is_embedded:
        assert len(house.phone.sent) == 1, "the one who held it is known to be dead"
    else:
        assert house.phone.sent == [], "the one who holds it may live on another node"
        house.forward(seconds=15)
    assert house.paged(incident) == ["ada"]
    assert len(house.phone.sent) == 1


def test_a_page_that_was_acknowledged_meanwhile_is_not_sent_again(house: HouseForTests) -> None:
    incident = die_with_a_page_in_the_air(house)
    house.acknowledge(incident)
    recover(house.house)
    house.forward(seconds=30)
    assert house.phone.sent == []
