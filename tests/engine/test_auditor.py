"""An open incident without a next step is found, paged about anew, and told; others are left."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from runcard.engine.auditor import WINDOW, Auditor
from runcard.ledgers.agenda.modules import LeftToOthers
from runcard.ledgers.agenda.rules import MOST_TRIES
from runcard.testing.house import HouseForTests
from tests.engine.conftest import SEV1, stand_on
from tests.engine.observing import rows, tamper

SAID = (
    "the escalation begins anew: it was open, nobody had answered, and nothing was planned for it"
)
OPEN = 5000


def lose_the_agenda_of(house: HouseForTests, incident: str) -> None:
    """As a bug would: nothing is planned for it any more."""
    tamper(house.house.db, "delete from timer where subject = :i", i=incident)


def audit(house: HouseForTests) -> None:
    """One whole sweep, and what it set off."""
    auditor = Auditor(house.house)
    while auditor.once():
        pass
    house.work()


def test_an_incident_without_a_next_step_is_paged_about_anew(house: HouseForTests) -> None:
    lost = house.alert("Bow door", labels=SEV1)
    kept = house.alert("Stern door", labels=SEV1)
    lose_the_agenda_of(house, lost)
    audit(house)
    assert house.told(lost).count(SAID) == 1
    assert house.paged(lost) == house.paged(kept) * 2
    assert SAID not in house.told(kept)
    audit(house)
    assert house.told(lost).count(SAID) == 1, "it has a next step now"
    before = len(house.paged(lost))
    house.forward(hours=2)
    assert len(house.paged(lost)) > before, "the levels go on"


def test_a_page_on_its_way_is_a_next_step(house: HouseForTests) -> None:
    incident = house.arrive(house.signal("Bow door", labels=SEV1))[0].incident_id
    assert incident is not None
    lose_the_agenda_of(house, incident)
    assert Auditor(house.house).once() == 0
    assert SAID not in house.told(incident)


def test_an_answered_a_watched_and_an_exhausted_incident_need_none(house: HouseForTests) -> None:
    answered = house.alert("Bow door", labels=SEV1)
    house.acknowledge(answered)
    signal = house.signal("Stern door", labels=SEV1)
    watched = house.arrive(signal)[0].incident_id
    house.arrive(house.cleared(signal))
    exhausted = house.alert("Galley", labels=SEV1)
    house.work()
    for incident in (answered, watched, exhausted):
        lose_the_agenda_of(house, str(incident))
    tell_that_all_were_told(house, exhausted)
    audit(house)
    for incident in (answered, watched, exhausted):
        assert SAID not in house.told(str(incident))


def tell_that_all_were_told(house: HouseForTests, incident: str) -> None:
    words = "update entry set kind = 'escalation_exhausted', data = :d where subject = :i"
    tamper(house.house.db, f"{words} and position = 2", i=incident, d='{"rounds": 3}')


def test_an_exhaustion_before_the_last_beginning_does_not_count(house: HouseForTests) -> None:
    incident = house.alert("Galley", labels=SEV1)
    tell_that_all_were_told(house, incident)
    lose_the_agenda_of(house, incident)
    since = "update incident set escalating_since = escalating_since + 1 where id = :i"
    tamper(house.house.db, since, i=incident)
    audit(house)
    assert house.told(incident).count(SAID) == 1


def test_a_timer_of_an_older_generation_is_no_next_step(house: HouseForTests) -> None:
    incident = house.alert("Bow door", labels=SEV1)
    tamper(
        house.house.db,
        "update timer set generation = generation - 1",
    )
    audit(house)
    assert SAID in house.told(incident)


def test_a_parked_level_was_told_of_already(house: HouseForTests) -> None:
    incident = house.alert("Bow door", labels=SEV1)
    before = stand_on(house, "pb_nowhere", incident=incident)
    for _ in range(MOST_TRIES + 1):
        house.forward(hours=1)
    stand_on(house, before, incident=incident)
    parked = "select count(*) from setback where subject = :i and parked_at is not null"
    assert rows(house.house.db, parked, i=incident) == [(1,)]
    audit(house)
    assert SAID not in house.told(incident)


def test_a_level_that_pages_nobody_is_left_alone(house: HouseForTests) -> None:
    incident = house.alert("Paint", labels={"severity": "SEV3"})
    assert house.paged(incident) == []
    audit(house)
    assert SAID not in house.told(incident)


def test_one_incident_that_cannot_be_judged_does_not_hide_another(house: HouseForTests) -> None:
    bad, lost = (house.alert(name, labels=SEV1) for name in ("Bow door", "Stern door"))
    for incident in (bad, lost):
        lose_the_agenda_of(house, incident)
    before = stand_on(house, "pb_nowhere", incident=bad)
    audit(house)
    stand_on(house, before, incident=bad)
    assert SAID in house.told(lost)


def test_an_audit_of_another_version_is_left_to_others(house: HouseForTests) -> None:
    incident = house.alert("Bow door", labels=SEV1)
    lose_the_agenda_of(house, incident)
    tamper(house.house.db, "update engine_module set version = 2 where name = 'audit'")
    with pytest.raises(LeftToOthers, match="version 2 of audit and this node runs 1"):
        Auditor(house.house).once()
    assert SAID not in house.told(incident)


def test_a_sweep_goes_over_every_window(house: HouseForTests) -> None:
    lost = house.alert("Bow door", labels=SEV1)
    many_more_like(house, lost, OPEN)
    lose_the_agenda_of(house, lost)
    [(newest,)] = rows(house.house.db, "select max(number) from incident")
    tamper(house.house.db, "delete from timer where subject = :i", i=f"inc_copy{newest}")
    auditor = Auditor(house.house)
    looks = 1
    while auditor.once():
        looks += 1
    assert looks == OPEN // WINDOW + 1
    for incident in (lost, f"inc_copy{newest}"):
        [(generation,)] = rows(
            house.house.db, "select generation from incident where id = :i", i=incident
        )
        assert generation == 1, incident


def many_more_like(house: HouseForTests, incident: str, count: int) -> None:
    """Copies of one incident, each with its next level armed an hour from now."""
    [found] = rows(house.house.db, "select * from incident where id = :i", i=incident)
    kept = [name for name in found._fields if name not in {"number", "id", "group_key"}]
    columns = ", ".join(kept)
    due = int((house.clock.now() + timedelta(hours=1)).timestamp() * 1_000_000)
    numbers = [{"i": incident, "n": found.number + n, "due": due} for n in range(1, count + 1)]
    copied = f"""
        insert into incident (number, id, group_key, {columns})
        select :n, 'inc_copy' || cast(:n as text), 'copy' || cast(:n as text), {columns}
        from incident where id = :i
    """
    armed = """
        insert into timer (key, kind, subject, generation, step, due_at)
        values ('copy' || cast(:n as text), 'escalate', 'inc_copy' || cast(:n as text), 0, 1, :due)
    """
    with house.house.db.engines.writing.begin() as tx:
        for words in (copied, armed):
            tx.execute(text(words), numbers)
        if tx.dialect.name == "postgresql":
            tx.execute(text("analyze"))
