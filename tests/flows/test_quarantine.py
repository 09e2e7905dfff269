"""R-48: a copy pages nobody about what it brought along until a person says so, and pages about all
that comes to it."""

from collections.abc import Iterator

import pytest

from runcard.db import instance
from runcard.engine.auditor import Auditor
from runcard.engine.recovery import recover
from runcard.flows.database_is_recognised import (
    database_is_put_in_quarantine,
    database_is_recognised,
)
from runcard.flows.house import ENGINE
from runcard.flows.pulse import Condition, take_pulse
from runcard.flows.quarantine_is_lifted import quarantine_is_lifted
from runcard.kernel.actor import Person
from runcard.kernel.errors import Conflict, Forbidden
from runcard.kernel.permission import Permission
from runcard.ledgers.agenda.model import KeptBack
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.render import sentence
from runcard.ledgers.timeline.store import INSTALL
from runcard.testing.house import HouseForTests, a_house
from tests.engine.observing import rows, tamper
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

SEV1 = {"severity": "SEV1"}
OPERATOR = Person("ada", frozenset({Permission.ADMINISTER}))


@pytest.fixture
def house(address: str) -> Iterator[HouseForTests]:
    with a_house(address, {"ferries": PLAYBOOK}, TEAM) as house:
        starts(house)
        yield house


def starts(house: HouseForTests) -> None:
    """As `runcard serve` does."""
    database_is_recognised(house.house.db)
    house.house.read(house.house.quarantine.look_again)
    recover(house.house)


def is_copied(house: HouseForTests) -> None:
    """What was kept outside of the database did not come along; then the copy starts."""
    found = house.house.read(instance.whereabouts)
    if found.name_file is None:
        tamper(house.house.db, "update instance set place = 'on another server'")
    else:
        found.name_file.unlink()
    starts(house)


def released(house: HouseForTests) -> KeptBack:
    kept = house.house.db.write(quarantine_is_lifted, OPERATOR)
    house.house.read(house.house.quarantine.look_again)
    return kept


def audited(house: HouseForTests) -> None:
    Auditor(house.house).once()
    house.work()


def install_story(house: HouseForTests) -> list[str]:
    return [sentence(one) for one in house.house.read(lambda work: timeline.read(work, INSTALL))]


def test_a_database_that_was_here_before_goes_on(house: HouseForTests) -> None:
    incident = house.alert("Bow door", labels=SEV1)
    starts(house)
    assert house.house.quarantine.now is None
    house.forward(minutes=46)
    assert "bo" in house.paged(incident)


def test_a_copy_pages_nobody_until_a_person_says_so(house: HouseForTests) -> None:
    old = [house.alert(f"Door {number}", labels=SEV1) for number in range(3)]
    house.arrive(house.signal("Paged by nobody yet", labels=SEV1))
    house.phone.sent.clear()
    is_copied(house)
    house.forward(hours=3)
    audited(house)
    assert house.phone.sent == []
    before = {one: house.paged(one) for one in old}
    assert released(house).timers >= len(old)
    house.work()
    audited(house)
    assert house.phone.sent, "what is overdue pages now"
    for one in old:
        assert len(house.paged(one)) == len(before[one]) + 1, "one level, and no storm of levels"
    assert any("is a copy" in words for words in install_story(house))
    assert any("the quarantine is over" in words for words in install_story(house))


def test_what_was_answered_meanwhile_pages_nobody_after_it(house: HouseForTests) -> None:
    answered, resolved = (house.alert(title, labels=SEV1) for title in ("Bow door", "Stern door"))
    house.phone.sent.clear()
    is_copied(house)
    house.acknowledge(answered)
    house.resolve(resolved)
    house.forward(minutes=30)
    released(house)
    house.work()
    audited(house)
    assert house.phone.sent == []
    house.forward(minutes=16)
    assert house.paged(answered) == ["ada", "bo"], "a level that waits for the end, not the answer"


def test_a_new_alert_to_a_copy_pages_and_escalates(house: HouseForTests) -> None:
    old = house.alert("Bow door", labels=SEV1)
    is_copied(house)
    house.phone.sent.clear()
    new = house.alert("Stern door", labels=SEV1)
    assert house.paged(new) == ["ada"]
    house.forward(minutes=46)
    assert "bo" in house.paged(new)
    assert house.paged(old) == ["ada"], "that was before the copy was made"


@pytest.mark.parametrize("joins", [False, True], ids=["the same alert again", "another joins"])
def test_an_alert_about_what_stands_still_wakes_somebody(house: HouseForTests, joins: bool) -> None:
    signal = house.signal("Bow door", labels=SEV1, group_key="doors")
    incident_id = house.arrive(signal)[0].incident_id
    assert incident_id is not None
    house.work()
    other = house.alert("Engine", labels=SEV1)
    is_copied(house)
    house.phone.sent.clear()
    arrived = house.signal("Stern door", labels=SEV1, group_key="doors") if joins else signal
    assert house.arrive(arrived)[0].incident_id == incident_id
    house.work()
    assert len(house.phone.sent) == 1
    house.arrive(arrived)
    house.work()
    assert len(house.phone.sent) == 1, "once: then it escalates as ever"
    house.forward(minutes=46)
    assert house.paged(incident_id)[:3] == ["ada", "ada", "bo"]
    assert house.paged(other) == ["ada"]
    sent = len(house.phone.sent)
    released(house)
    house.work()
    assert house.paged(incident_id).count("bo") == 1, "the level of before the copy is void"
    assert len(house.phone.sent) > sent, "the other one goes on"


def test_an_alert_about_what_somebody_has_wakes_nobody(house: HouseForTests) -> None:
    signal = house.signal("Bow door", labels=SEV1)
    incident_id = house.arrive(signal)[0].incident_id
    assert incident_id is not None
    house.work()
    house.acknowledge(incident_id)
    is_copied(house)
    house.phone.sent.clear()
    house.arrive(signal)
    house.work()
    assert house.phone.sent == []


def test_the_auditor_mends_what_is_new_here_and_leaves_what_stands_still(
    house: HouseForTests,
) -> None:
    old = house.alert("Bow door", labels=SEV1)
    tamper(house.house.db, "delete from timer")
    is_copied(house)
    new = house.alert("Stern door", labels=SEV1)
    tamper(house.house.db, "delete from timer")
    house.forward(minutes=5)
    audited(house)
    assert house.paged(new) == ["ada", "ada"]
    assert house.paged(old) == ["ada"]
    released(house)
    audited(house)
    assert house.paged(old) == ["ada", "ada"]


def test_a_page_in_the_air_when_the_copy_was_made_leaves_after_the_release(
    house: HouseForTests,
) -> None:
    incident = house.alert("Bow door", labels=SEV1)
    words = "update job set state = 'running', lease_until = 0, is_open = 1"
    tamper(house.house.db, words)
    house.phone.sent.clear()
    is_copied(house)
    house.forward(minutes=1)
    assert house.phone.sent == []
    kept = released(house)
    house.work()
    assert kept.jobs == 1
    assert len(house.phone.sent) == 1
    assert house.paged(incident) == ["ada"]


def test_what_was_parked_is_not_tried_by_a_copy(house: HouseForTests) -> None:
    house.alert("Bow door", labels=SEV1)
    setback = (
        "insert into setback (key, book, kind, subject, generation, step, why, tries, since, "
        "parked_at) values ('k', 'timer', 'escalate', 'inc_x', 0, 0, 'bad', 5, 0, 1)"
    )
    tamper(house.house.db, setback)
    is_copied(house)
    assert rows(house.house.db, "select key from timer") == []
    released(house)
    starts(house)
    assert ("k",) in rows(house.house.db, "select key from timer")


def test_a_copy_of_a_copy_is_in_quarantine_again(house: HouseForTests) -> None:
    house.alert("Bow door", labels=SEV1)
    is_copied(house)
    first = house.house.read(instance.whereabouts).name
    released(house)
    starts(house)
    assert house.house.quarantine.now is None, "a release outlives a restart"
    is_copied(house)
    assert house.house.quarantine.now is not None
    assert house.house.read(instance.whereabouts).name != first


def test_a_quarantine_outlives_a_restart(house: HouseForTests) -> None:
    incident = house.alert("Bow door", labels=SEV1)
    is_copied(house)
    starts(house)
    house.forward(hours=1)
    audited(house)
    assert house.paged(incident) == ["ada"]
    assert house.house.read(take_pulse).quarantine is not None


def test_a_person_may_say_that_it_is_a_copy(house: HouseForTests) -> None:
    incident = house.alert("Bow door", labels=SEV1)
    database_is_put_in_quarantine(house.house.db, "the machine was cloned")
    starts(house)
    house.forward(hours=1)
    assert house.paged(incident) == ["ada"]
    now = house.house.quarantine.now
    assert now is not None
    assert now.why == "the machine was cloned"


def test_only_an_administrator_lifts_it_and_only_where_there_is_one(house: HouseForTests) -> None:
    with pytest.raises(Conflict, match="in no quarantine"):
        released(house)
    is_copied(house)
    with pytest.raises(Forbidden):
        house.does("ada", quarantine_is_lifted)
    released(house)


def test_health_says_so(house: HouseForTests) -> None:
    is_copied(house)
    pulse = house.house.db.read(take_pulse, ENGINE)
    assert pulse.quarantine is not None
    assert pulse.condition is Condition.NO_ENGINE, "what is worse is said first"
