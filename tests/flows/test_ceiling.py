"""A source whose labels change with every post fills neither the database nor the board (R-26)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from runcard.domain.alerts.model import Fold, Recorded
from runcard.domain.incidents.queries import open_incidents
from runcard.flows.ceiling import FULL_FOR, Ceiling
from runcard.flows.house import House
from runcard.testing.house import HouseForTests, a_house
from tests.engine.observing import rows
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

SEV1 = {"severity": "SEV1"}
MOST = 20


@pytest.fixture
def house(address: str) -> Iterator[HouseForTests]:
    with a_house(address, {"ferries": PLAYBOOK}, TEAM) as house:
        house.house.ceiling.most = MOST
        yield house


def posts(house: HouseForTests, first: int, last: int, **said: str) -> list[Recorded]:
    signals = [
        house.signal(f"Request {n} failed", labels=SEV1, group_key="requests", **said)
        for n in range(first, last)
    ]
    return [one for signal in signals for one in house.arrive(signal)]


def kept(house: House) -> int:
    [(count,)] = rows(house.db, "select count(*) from alert where source = 'prometheus'")
    return int(count)


def test_what_is_over_the_ceiling_is_counted_as_one(house: HouseForTests) -> None:
    posts(house, 0, MOST)
    over = posts(house, MOST, 3 * MOST)
    assert kept(house.house) == MOST
    assert [one.fold for one in over] == [Fold.NEW, *[Fold.AGAIN] * (2 * MOST - 1)]
    assert len({one.alert_id for one in over}) == 1
    house.work()
    titles = [one.title for one in house.house.read(open_incidents)]
    assert titles[0] == "Source prometheus has over 20 open alerts; more are only counted"
    [alert] = house.brief("INC-2").alerts
    assert alert.times == 2 * MOST
    assert "Request 20 failed" in alert.signal.annotations["description"]
    assert house.paged("INC-2"), "the fallback list hears of it"


def test_one_post_that_crosses_it_keeps_what_it_may(house: HouseForTests) -> None:
    signals = [house.signal(f"Request {n} failed", labels=SEV1) for n in range(2 * MOST)]
    recorded = house.arrive(*signals)
    assert len(recorded) == 2 * MOST
    assert kept(house.house) == 0, "a set is kept or counted as a whole"
    assert len(house.arrive(*signals[:MOST])) == MOST


def test_another_source_and_what_is_known_go_on(house: HouseForTests) -> None:
    posts(house, 0, 2 * MOST)
    [elsewhere] = posts(house, 7, 8, source="sentry")
    assert elsewhere.fold is Fold.NEW
    [again] = posts(house, 3, 4)
    assert again.fold is Fold.AGAIN
    assert kept(house.house) == MOST


def test_there_is_room_again_when_alerts_have_cleared(house: HouseForTests) -> None:
    posts(house, 0, MOST + 1)
    for n in range(MOST // 2):
        signal = house.signal(f"Request {n} failed", labels=SEV1, group_key="requests")
        house.arrive(house.cleared(signal))
    house.clock.forward(seconds=(FULL_FOR + timedelta(seconds=1)).total_seconds())
    posts(house, 100, 105)
    assert kept(house.house) == MOST + 5


def test_a_node_that_starts_counts_what_is_there(house: HouseForTests) -> None:
    posts(house, 0, MOST)
    house.house.ceiling = Ceiling(most=MOST)
    house.house.__post_init__()
    posts(house, MOST, MOST + 5)
    assert kept(house.house) == MOST
