"""What was kept while the database was away is told to it, whatever is among it."""

from pathlib import Path

from runcard.db.spool import Spool
from runcard.domain.alerts.rules import identity
from runcard.engine.drain import MOST_TOGETHER, Drain
from runcard.flows.briefings import board
from runcard.flows.database_is_away import Shelter
from runcard.flows.spool_records import Called, Post, Pressed, packed, took
from runcard.kernel.actor import Person
from runcard.kernel.ids import PageId
from runcard.testing.house import RESPONDER, HouseForTests
from tests.engine.conftest import SEV1

PAGE = PageId("pg_" + "a" * 32)


def shelter(house: HouseForTests, folder: Path) -> Shelter:
    it = house.house
    it.shelter = Shelter(Spool(folder), it.deck, it.notifiers, it.http, it.links)
    return it.shelter


def titles(house: HouseForTests) -> list[str]:
    from_the_board = house.house.read(lambda work: board(work, house.house))
    return sorted(row.incident.title for row in from_the_board.rows)


def test_posts_become_incidents_and_page(house: HouseForTests, tmp_path: Path) -> None:
    kept = shelter(house, tmp_path)
    for number in range(MOST_TOGETHER + 1):
        signal = house.signal(f"gate {number}", labels=SEV1, group_key="gates")
        kept.keep("prometheus", [signal])
    assert Drain(house.house).once() >= MOST_TOGETHER + 1
    assert kept.is_empty
    assert titles(house) == ["gate 0"]


def test_what_nobody_can_read_keeps_nothing_waiting_and_somebody_hears_of_it(
    house: HouseForTests, tmp_path: Path
) -> None:
    kept = shelter(house, tmp_path)
    kept.keep("prometheus", [house.signal("before", labels=SEV1)])
    kept.spool.put([b'{"type": "of a later build"}'])
    kept.keep("prometheus", [house.signal("after", labels=SEV1)])
    Drain(house.house).once()
    assert kept.is_empty
    about = "Runcard could not take in an alert that came while its database was away"
    assert titles(house) == sorted(["before", "after", about])
    [aside] = tmp_path.glob("set-aside-*.json")
    assert aside.read_bytes() == b'{"type": "of a later build"}'


def test_an_alert_that_the_database_refuses_is_set_aside_and_the_others_of_its_post_are_not(
    house: HouseForTests, tmp_path: Path
) -> None:
    kept = shelter(house, tmp_path)
    # PostgreSQL keeps no such letter, and SQLite does.
    bad, good = (house.signal(title, labels=SEV1) for title in ("bad \0", "good"))
    kept.spool.put([packed(Post("prometheus", [bad, good]))])
    Drain(house.house).once()
    assert kept.is_empty
    assert "good" in titles(house)
    assert len(titles(house)) == 2


def test_what_was_answered_meanwhile_pages_nobody(house: HouseForTests, tmp_path: Path) -> None:
    kept = shelter(house, tmp_path)
    signal = house.signal("gate", labels=SEV1)
    kept.keep("prometheus", [signal])
    call = Called(PAGE, "ada", identity(signal), "group", "gate")
    kept.spool.put([packed(call), packed(Pressed(PAGE))])
    again = Shelter(kept.spool, kept.deck, kept.notifiers, kept.http, kept.links)
    house.house.shelter = again
    Drain(house.house).once()
    house.work()
    [row] = house.house.read(lambda work: board(work, house.house)).rows
    assert (row.incident.acknowledged_by, house.phone.sent) == ("Ada K.", [])


def test_an_answer_to_a_page_of_the_agenda_is_told(house: HouseForTests, tmp_path: Path) -> None:
    incident_id = house.alert("gate", labels=SEV1)
    kept = shelter(house, tmp_path)
    [page] = house.brief(incident_id).pages
    assert kept.answer(page.page.id) is None
    kept.answer(PAGE)
    Drain(house.house).once()
    assert kept.is_empty
    assert house.brief(incident_id).incident.acknowledged_by == "Ada K."


def test_an_acknowledgement_among_what_nobody_can_read_is_told(
    house: HouseForTests, tmp_path: Path
) -> None:
    incident_id = house.alert("gate", labels=SEV1)
    kept = shelter(house, tmp_path)
    kept.spool.put([b'{"type":"took","ref":"INC-1","by":"eve","grants":["of a later build"]}'])
    kept.take(took(Person("ada", RESPONDER), "INC-1", "cli", house.clock.now()))
    Drain(house.house).once()
    assert (kept.is_empty, kept.answers) == (True, ())
    assert house.brief(incident_id).incident.acknowledged_by == "ada"
    [aside] = tmp_path.glob("set-aside-*.json")
    assert b"of a later build" in aside.read_bytes()


def test_one_who_may_not_respond_any_more_keeps_nothing_waiting(
    house: HouseForTests, tmp_path: Path
) -> None:
    incident_id = house.alert("gate", labels=SEV1)
    kept = shelter(house, tmp_path)
    kept.take(took(Person("eve", frozenset()), "INC-1", "cli", house.clock.now()))
    Drain(house.house).once()
    assert kept.is_empty
    assert house.brief(incident_id).incident.acknowledged_by is None
    assert list(tmp_path.glob("set-aside-*.json")) == []
