"""A storm is a few messages that name it all; time moved by hand, on both databases."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from threading import Event

import pytest

from runcard.domain.paging.model import Refused, Retry
from runcard.engine.deliver import Deliver
from runcard.flows.page_is_answered import page_behind_link, page_is_answered
from runcard.kernel.actor import Anonymous
from runcard.ledgers.agenda.rules import HOLD
from runcard.testing.house import HouseForTests, a_house
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

SEV1 = {"severity": "SEV1"}
SEV2 = {"severity": "SEV2"}
BUSY = Retry("busy", after=timedelta(seconds=1))


@pytest.fixture
def house(address: str) -> Iterator[HouseForTests]:
    with a_house(address, {"ferries": PLAYBOOK}, TEAM) as house:
        house.house.throttles_pages = True
        yield house


def storm(house: HouseForTests, count: int, labels: dict[str, str] = SEV1) -> list[str]:
    """Alerts that open an incident each, at once; their incidents."""
    named = f"{house.clock.now():%H:%M:%S}"
    signals = (house.signal(f"Berth {n} at {named}", labels=labels) for n in range(count))
    found = [one.incident_id for one in house.arrive(*signals)]
    house.work()
    return [each for each in found if each is not None]


def titles(house: HouseForTests) -> list[str]:
    return [message.title for message in house.phone.sent]


def token(house: HouseForTests, nth: int = -1) -> str:
    return house.phone.sent[nth].ack_link.rsplit("/", 1)[1]


def answer(house: HouseForTests, nth: int = -1) -> str:
    """Press the button behind a message; who had it before, or nobody."""
    said = token(house, nth)
    unit = partial(page_is_answered, house=house.house, token=said)
    found = house.house.db.write(unit, Anonymous())
    return f"{found.already or 'nobody'}, {found.beside} beside"


def test_what_comes_at_once_is_one_message(house: HouseForTests) -> None:
    incidents = storm(house, 30)
    assert len(house.phone.sent) == 1
    said = house.phone.sent[0]
    assert "and 29 more, please acknowledge" in said.title
    assert said.body.count("[SEV1") == 5
    assert "and 24 more that this message tells" in said.body
    assert "It acknowledges all 30 that this message tells." in said.body
    for incident in incidents:
        told = [line for line in house.told(incident) if "paged by" in line]
        assert told == ["Ada K. paged by dev phone, in one message with 29 other incidents"]
        assert [len(shown.attempts) for shown in house.brief(incident).pages] == [1]


def test_a_storm_of_minutes_is_eight_messages_and_all_of_it_is_told(house: HouseForTests) -> None:
    incidents = storm(house, 3)
    for _ in range(15 * 60 // 5 - 1):
        house.forward(seconds=5)
        incidents += storm(house, 2, SEV2)
    mine = [one for one in house.phone.sent if one.to == house.phone.sent[0].to]
    assert len(mine) <= 8
    house.forward(minutes=6)
    for incident in incidents:
        assert any("Ada K. paged by" in line for line in house.told(incident))


def test_a_stranger_of_the_worst_level_does_not_wait_behind_a_storm(house: HouseForTests) -> None:
    storm(house, 20)
    house.forward(seconds=5)
    storm(house, 5)
    house.forward(seconds=1)
    storm(house, 5)
    assert len(house.phone.sent) == 2
    house.alert("Harbour radio is silent", labels=SEV1)
    assert titles(house)[-1] == "[SEV1] INC-31 Harbour radio is silent, please acknowledge"
    assert len(house.phone.sent) == 3


def test_what_is_not_the_worst_waits_for_its_turn(house: HouseForTests) -> None:
    storm(house, 20)
    house.forward(seconds=5)
    storm(house, 1)
    house.forward(seconds=1)
    house.alert("The café is closed", labels=SEV2)
    assert len(house.phone.sent) == 2
    house.forward(seconds=24)
    assert "café" in titles(house)[-1]


def test_the_worst_is_what_the_message_is_about(house: HouseForTests) -> None:
    storm(house, 3, SEV2)
    house.forward(seconds=1)
    storm(house, 25, SEV2)
    house.arrive(house.signal("Harbour radio is silent", labels=SEV1))
    house.work()
    house.forward(seconds=4)
    assert titles(house)[-1].startswith("[SEV1")
    assert "and 25 more" in titles(house)[-1]


def test_one_press_is_for_all_that_the_message_told(house: HouseForTests) -> None:
    incidents = storm(house, 5)
    house.acknowledge(incidents[3], "bo")
    assert answer(house) == "nobody, 3 beside"
    states = {house.brief(one).incident.state.value for one in incidents}
    assert states == {"acknowledged"}
    assert house.brief(incidents[3]).incident.acknowledged_by == "bo"
    house.forward(hours=1)
    assert all(house.paged(one)[0] == "ada" for one in incidents)
    assert answer(house, 0).endswith("0 beside")


def test_what_the_link_shows_names_the_others(house: HouseForTests) -> None:
    storm(house, 5)
    unit = partial(page_behind_link, house=house.house, token=token(house))
    found = house.house.db.read(unit, Anonymous())
    assert len(found.beside) == len(found.waiting) == 4


def test_a_second_try_says_what_the_first_one_said(house: HouseForTests) -> None:
    house.phone.receipts = [BUSY]
    incidents = storm(house, 6)
    house.forward(seconds=4)
    storm(house, 2)
    house.forward(minutes=1)
    first, second = house.phone.sent[:2]
    assert first == second, "word for word, and by the same key"
    assert all(any("paged by" in line for line in house.told(one)) for one in incidents)


def test_a_refusal_is_told_of_every_page_of_the_message(house: HouseForTests) -> None:
    house.phone.receipts = [Refused("no such phone")]
    incidents = storm(house, 4)
    for incident in incidents:
        assert any("not reached by" in line for line in house.told(incident))
        assert set(house.paged(incident)) >= {"ada", "bo"}, "the next level is told at once"


def test_a_page_that_waits_says_until_when(house: HouseForTests) -> None:
    [first] = storm(house, 1)
    house.forward(seconds=1)
    [second] = storm(house, 1)
    [told], [waits] = house.brief(first).pages, house.brief(second).pages
    assert (told.waits_until, waits.attempts) == (None, ())
    assert waits.waits_until == house.clock.now() + timedelta(seconds=4)
    house.forward(seconds=4)
    assert house.brief(second).pages[0].waits_until is None


def test_an_incident_that_is_over_before_its_turn_is_not_told(house: HouseForTests) -> None:
    storm(house, 2)
    [late] = storm(house, 1, SEV2)
    house.resolve(late)
    house.forward(minutes=2)
    assert len(house.phone.sent) == 1


def test_a_process_that_dies_with_the_message_sends_it_again(house: HouseForTests) -> None:
    house.arrive(*(house.signal(f"Berth {n}", labels=SEV1) for n in range(4)))
    dies = Deliver(house.house, "dies", Event())
    [sending] = dies._claim(20)
    dies.drain()
    assert len(sending.leases) == 4
    house.forward(seconds=HOLD.total_seconds() + 1)
    [again] = house.phone.sent
    assert again == sending.attempt.message


def test_without_the_throttle_each_page_leaves_alone(house: HouseForTests) -> None:
    house.house.throttles_pages = False
    storm(house, 6)
    assert len(house.phone.sent) == 6
