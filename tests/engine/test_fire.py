"""What is due is decided in batches, and a timer that cannot be decided hurts only itself."""

from runcard.engine.fire import MOST_TIMERS, Fire
from runcard.ledgers.agenda.model import Timer
from runcard.ledgers.agenda.store import timers
from runcard.testing.house import HouseForTests
from tests.engine.conftest import SEV1, open_incident, stand_on
from tests.engine.observing import rows, tamper

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


def incidents_whose_next_level_is_due(house: HouseForTests, count: int) -> list[str]:
    incidents = [open_incident(house, f"Bow door {number}") for number in range(count)]
    house.work()
    house.clock.forward(minutes=46)
    return incidents


def test_a_poisoned_timer_is_set_aside_and_does_not_stop_the_others(house: HouseForTests) -> None:
    poisoned, *others = incidents_whose_next_level_is_due(house, 4)
    playbook = stand_on(house, "pb_gone", incident=poisoned)
    house.work()
    assert [house.paged(incident) for incident in others] == [["ada", "bo"]] * 3
    stand_on(house, playbook, incident=poisoned)
    assert house.paged(poisoned) == ["ada"]
    house.forward(seconds=30)
    assert house.paged(poisoned) == ["ada", "bo"], "it was set aside, not forgotten"


def test_a_timer_that_the_database_refuses_does_not_stop_the_others(house: HouseForTests) -> None:
    poisoned, *others = incidents_whose_next_level_is_due(house, 4)
    for words in BROKEN_ROWS[house.house.db.engines.writing.dialect.name]:
        tamper(house.house.db, words.format(incident=poisoned))
    house.work()
    assert [house.paged(incident) for incident in others] == [["ada", "bo"]] * 3
    assert house.paged(poisoned) == ["ada"]


def test_two_hundred_timers_are_decided_in_one_transaction(house: HouseForTests) -> None:
    house.arrive(*(house.signal(f"Bow door {n}", labels=SEV1) for n in range(2 * MOST_TIMERS + 5)))
    house.work()
    house.clock.forward(minutes=46)
    fire = Fire(house.house)
    assert [fire.once() for _ in range(4)] == [MOST_TIMERS, MOST_TIMERS, 5, 0]
    waiting = "select count(*) from job where state = 'ready'"
    assert rows(house.house.db, waiting) == [(2 * MOST_TIMERS + 5,)]


def test_a_timer_of_an_older_generation_does_nothing(house: HouseForTests) -> None:
    [incident] = incidents_whose_next_level_is_due(house, 1)
    newer = "update incident set generation = 7 where id = :incident"
    tamper(house.house.db, newer, incident=incident)
    house.work()
    assert house.paged(incident) == ["ada"]


def test_deciding_again_asks_for_nothing_twice(house: HouseForTests) -> None:
    [incident] = incidents_whose_next_level_is_due(house, 1)
    for _ in range(3):
        Fire(house.house).once()
    house.work()
    assert house.paged(incident) == ["ada", "bo"]


def test_a_timer_of_a_kind_this_version_does_not_know_waits_for_one_that_does(
    house: HouseForTests,
) -> None:
    due = Timer("later:1", "of_a_newer_version", "inc_1", house.clock.now())
    house.house.write(lambda work: timers.arm(work, [due]))
    incident = open_incident(house, "Bow door")
    house.work()
    assert house.paged(incident) == ["ada"]
    kept = house.house.read(lambda work: timers.of_subjects(work, ["inc_1"]))
    assert [timer.key for timer in kept] == ["later:1"]
