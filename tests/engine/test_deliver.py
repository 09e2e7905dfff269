"""Pages are carried outside: never more than there are hands, until one way gets through."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from threading import Event

import pytest

from runcard.domain.paging.model import Message, Receipt, Refused
from runcard.domain.paging.ports import Http
from runcard.engine.deliver import HANDS, Deliver
from runcard.flows.errands import claim
from runcard.flows.page_is_due import still_ours
from runcard.ledgers.agenda.rules import HOLD, back_off
from runcard.testing.fakes import FakeNotifier
from runcard.testing.house import HouseForTests
from tests.engine.conftest import SEV1, open_incident, stand_on
from tests.engine.fakes import BUSY, BrokenNotifier, SlowNotifier
from tests.engine.observing import eventually, rows

NO = Refused("nobody lives at this address")


@pytest.fixture
def deliver(house: HouseForTests) -> Iterator[Deliver]:
    deliver = Deliver(house.house, "test", Event())
    yield deliver
    deliver.drain()


def set_up(house: HouseForTests, **receipts: list[Receipt]) -> dict[str, FakeNotifier]:
    """Ways out by kind, with what each answers first."""
    ways = {kind: FakeNotifier(receipts=list(said)) for kind, said in receipts.items()}
    house.house.notifiers = {**house.house.notifiers, **ways}
    return ways


def keys(messages: list[Message]) -> list[str]:
    return [message.key for message in messages]


def test_never_more_is_in_the_air_than_there_are_hands(
    house: HouseForTests, deliver: Deliver
) -> None:
    slow = SlowNotifier()
    house.house.notifiers = {slow.kind: slow}
    house.arrive(*(house.signal(f"Bow door {n}", labels=SEV1) for n in range(2 * HANDS + 3)))
    assert deliver.once() == HANDS
    eventually(lambda: slow.held == HANDS, "every hand is busy")
    assert deliver.once() == 0, "what nobody can carry now stays free for another node"
    claimed = "select count(*) from job where state = 'running'"
    assert rows(house.house.db, claimed) == [(HANDS,)]
    slow.go.set()

    def are_sent() -> bool:
        deliver.once()
        return len(slow.sent) == 2 * HANDS + 3

    eventually(are_sent, "all of them are sent")
    assert slow.most_held == HANDS
    assert len(set(keys(slow.sent))) == 2 * HANDS + 3


def test_a_retry_is_tried_again_with_the_same_key_after_the_back_off(house: HouseForTests) -> None:
    house.phone.receipts = [BUSY, BUSY]
    incident = house.alert("Bow door", labels=SEV1)
    assert len(house.phone.sent) == 1
    house.forward(seconds=back_off(1).total_seconds() - 0.5)
    assert len(house.phone.sent) == 1
    house.forward(seconds=0.5)
    assert len(house.phone.sent) == 2
    house.forward(seconds=back_off(2).total_seconds())
    assert house.phone.sent[1:] == [house.phone.sent[0]] * 2, "word for word, and by the same key"
    assert house.paged(incident) == ["ada"]
    assert "Ada K. paged by" in " ".join(house.told(incident))


def test_a_provider_that_asks_for_a_longer_wait_gets_it(house: HouseForTests) -> None:
    house.phone.receipts = [type(BUSY)("slow down", after=timedelta(seconds=40))]
    house.alert("Bow door", labels=SEV1)
    house.forward(seconds=39)
    assert len(house.phone.sent) == 1
    house.forward(seconds=1)
    assert len(house.phone.sent) == 2


def test_a_refusal_goes_to_the_next_way_at_once(house_of_two_ways: HouseForTests) -> None:
    ways = set_up(house_of_two_ways, webhook=[NO], email=[])
    incident = house_of_two_ways.alert("Bow door", labels=SEV1)
    assert len(ways["webhook"].sent) == len(ways["email"].sent) == 1
    assert house_of_two_ways.paged(incident) == ["ada"]
    house_of_two_ways.forward(minutes=2)
    assert len(ways["webhook"].sent) == len(ways["email"].sent) == 1


def test_the_next_way_waits_its_minute_while_the_first_gets_through(
    house_of_two_ways: HouseForTests,
) -> None:
    ways = set_up(house_of_two_ways, webhook=[], email=[])
    house_of_two_ways.alert("Bow door", labels=SEV1)
    assert len(ways["email"].sent) == 0
    house_of_two_ways.forward(seconds=60)
    assert len(ways["email"].sent) == 1


def test_a_way_that_must_be_tried_again_brings_the_next_one_at_once(
    house_of_two_ways: HouseForTests,
) -> None:
    ways = set_up(house_of_two_ways, webhook=[BUSY, BUSY], email=[BUSY])
    house_of_two_ways.alert("Bow door", labels=SEV1)
    assert (len(ways["webhook"].sent), len(ways["email"].sent)) == (1, 1)
    house_of_two_ways.forward(seconds=1)
    assert (len(ways["webhook"].sent), len(ways["email"].sent)) == (1, 1), "each keeps its back-off"
    house_of_two_ways.forward(seconds=1)
    assert (len(ways["webhook"].sent), len(ways["email"].sent)) == (2, 2)


def test_when_no_way_is_left_the_next_level_is_told_at_once(
    house_of_two_ways: HouseForTests,
) -> None:
    set_up(house_of_two_ways, webhook=[NO], email=[NO])
    incident = house_of_two_ways.alert("Bow door", labels=SEV1)
    assert sorted(house_of_two_ways.paged(incident)) == ["ada", "bo"], "no time has passed"


def test_a_way_that_is_not_set_up_is_refused_with_a_sentence(
    house_of_two_ways: HouseForTests,
) -> None:
    incident = house_of_two_ways.alert("Bow door", labels=SEV1)
    told = " ".join(house_of_two_ways.told(incident))
    assert "webhook is not set up here; set up are: dev_phone" in told
    assert "bo" in house_of_two_ways.paged(incident), "somebody else is woken instead"


def test_an_acknowledged_page_is_not_sent(house: HouseForTests) -> None:
    house.phone.receipts = [BUSY]
    incident = house.alert("Bow door", labels=SEV1)
    house.acknowledge(incident)
    house.forward(minutes=1)
    assert len(house.phone.sent) == 1


def test_a_plug_in_that_falls_over_is_tried_again_and_said(
    house: HouseForTests, deliver: Deliver
) -> None:
    broken = BrokenNotifier()
    house.house.notifiers = {broken.kind: broken}
    incident = house.alert("Bow door", labels=SEV1)
    house.forward(seconds=back_off(1).total_seconds())
    house.forward(seconds=back_off(2).total_seconds())
    assert broken.tries >= 2
    assert "failed with RuntimeError; the log says why" in " ".join(house.told(incident))


def test_a_page_that_cannot_be_prepared_does_not_stop_the_others(house: HouseForTests) -> None:
    poisoned, *_ = [open_incident(house, f"Bow door {number}") for number in range(4)]
    playbook = stand_on(house, "pb_gone", incident=poisoned)
    house.work()
    assert len(house.phone.sent) == 3
    stand_on(house, playbook, incident=poisoned)
    house.forward(seconds=30)
    assert len(house.phone.sent) == 4, "it was set aside, not forgotten"


def test_a_worker_that_lost_its_lease_writes_nothing(house: HouseForTests) -> None:
    frozen = FrozenInTheAir()
    house.house.notifiers = {frozen.kind: frozen}
    incident = open_incident(house, "Bow door")
    zombie = Deliver(house.house, "zombie", Event())
    zombie.once()
    eventually(lambda: frozen.held == 1, "the zombie holds the message")
    house.house.notifiers = {house.phone.kind: house.phone}
    house.forward(seconds=16)
    assert len(house.phone.sent) == 1, "another worker took it over"
    before = (house.told(incident), rows(house.house.db, "select * from attempt"))
    frozen.go.set()
    zombie.drain()
    after = (house.told(incident), rows(house.house.db, "select * from attempt"))
    assert after == before
    assert rows(house.house.db, "select state from job") == [("done",)]


class FrozenInTheAir(SlowNotifier):
    """Comes back, long after, with bad news that is no longer true."""

    def send(self, message: Message, http: Http) -> Receipt:
        super().send(message, http)
        return Refused("too late to matter")


def test_a_page_that_was_held_up_leaves_only_while_it_is_ours_and_needed(
    house: HouseForTests,
) -> None:
    lost, answered, kept = (house.signal(f"Gate {n}", labels=SEV1) for n in range(3))
    sendings = {}
    for signal in (lost, answered, kept):
        incident = house.arrive(signal)[0].incident_id
        [sendings[incident]] = house.house.write(lambda work: claim(work, house.house, "frozen", 1))
    of_lost, of_answered, of_kept = sendings
    house.acknowledge(str(of_answered))
    ours = {
        incident: house.house.write(partial(still_ours, sending=sending))
        for incident, sending in sendings.items()
    }
    assert ours == {of_lost: True, of_answered: False, of_kept: True}
    house.clock.forward(seconds=HOLD.total_seconds() + 1)
    Deliver(house.house, "other", Event()).once_and_wait()
    assert not house.house.write(partial(still_ours, sending=sendings[of_lost]))


def test_a_hand_that_hangs_keeps_no_page(house: HouseForTests) -> None:
    slow = SlowNotifier()
    house.house.notifiers = {slow.kind: slow}
    house.arrive(house.signal("Bow door", labels=SEV1))
    until = "select lease_until from job"
    deliver = Deliver(house.house, "hanging", Event())
    assert deliver.once() == 1
    eventually(lambda: slow.held == 1, "a hand hangs on it")
    house.clock.forward(seconds=5)
    before = rows(house.house.db, until)
    deliver.renew()
    assert rows(house.house.db, until) > before, "it is still young"
    deliver.longest_sending = 0.0
    house.clock.forward(seconds=5)
    before = rows(house.house.db, until)
    deliver.renew()
    assert rows(house.house.db, until) == before
    slow.go.set()
    deliver.drain()
