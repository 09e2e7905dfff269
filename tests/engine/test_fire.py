"""What is due is decided in batches, and a timer that cannot be decided hurts only itself."""

import pytest

from runcard.engine.fire import MOST_TIMERS, Fire
from runcard.testing.house import HouseForTests
from tests.engine.conftest import SEV1
from tests.engine.observing import rows, tamper

STAND_ON = "update incident set playbook_id = :playbook where id = :incident"
BROKEN_ROWS = {
    "sqlite": [
        """create trigger broken before insert on page when new.incident_id = '{incident}'
        begin select raise(abort, 'a broken row'); end"""
    ],
    "postgresql": [
        """create function breaks() returns trigger language plpgsql as
        $$ begin raise exception 'a broken row' using errcode = '23514'; end $$""",
        """create trigger broken before insert on page for each row
        when (new.incident_id = '{incident}') execute function breaks()""",
    ],
}


def open_incident(house: HouseForTests, title: str) -> str:
    recorded = house.arrive(house.signal(title, labels=SEV1))
    assert recorded[0].incident_id is not None
    return recorded[0].incident_id


def test_a_poisoned_timer_is_set_aside_and_does_not_stop_the_others(house: HouseForTests) -> None:
    poisoned, *others = (open_incident(house, f"Bow door {number}") for number in range(4))
    [playbook] = rows(house.house.db, "select playbook_id from incident where id = :i", i=poisoned)
    tamper(house.house.db, STAND_ON, playbook="pb_gone", incident=poisoned)
    house.work()
    assert [house.paged(incident) for incident in others] == [["ada"]] * 3
    tamper(house.house.db, STAND_ON, playbook=playbook[0], incident=poisoned)
    assert house.paged(poisoned) == []
    house.forward(seconds=30)
    assert house.paged(poisoned) == ["ada"], "it was set aside, not forgotten"


def test_a_timer_that_the_database_refuses_does_not_stop_the_others(house: HouseForTests) -> None:
    poisoned, *others = (open_incident(house, f"Bow door {number}") for number in range(4))
    kind = house.house.db.engines.writing.dialect.name
    for words in BROKEN_ROWS[kind]:
        tamper(house.house.db, words.format(incident=poisoned))
    house.work()
    assert [house.paged(incident) for incident in others] == [["ada"]] * 3
    assert house.paged(poisoned) == []


def test_two_hundred_timers_are_decided_in_one_transaction(house: HouseForTests) -> None:
    house.arrive(*(house.signal(f"Bow door {n}", labels=SEV1) for n in range(2 * MOST_TIMERS + 5)))
    fire = Fire(house.house)
    assert [fire.once() for _ in range(4)] == [MOST_TIMERS, MOST_TIMERS, 5, 0]
    assert rows(house.house.db, "select count(*) from job") == [(2 * MOST_TIMERS + 5,)]


def test_a_timer_of_an_older_generation_does_nothing(house: HouseForTests) -> None:
    incident = open_incident(house, "Bow door")
    tamper(
        house.house.db, "update incident set generation = 7 where id = :incident", incident=incident
    )
    house.work()
    assert house.paged(incident) == []


@pytest.mark.parametrize("turns", [1, 3])
def test_deciding_again_asks_for_nothing_twice(house: HouseForTests, turns: int) -> None:
    incident = open_incident(house, "Bow door")
    for _ in range(turns):
        Fire(house.house).once()
    house.work()
    assert house.paged(incident) == ["ada"]
