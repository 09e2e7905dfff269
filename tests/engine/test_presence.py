"""A node is known while it lives, seen to be gone when it is silent, and forgotten in the end."""

from datetime import datetime, timedelta

from runcard.domain.access.actions import issue_token, revoke_token
from runcard.engine.presence import Presence
from runcard.flows.pulse import Condition, Pulse, take_pulse
from runcard.flows.visitor_is_known import visitor_is_known
from runcard.kernel.permission import Permission
from runcard.ledgers.agenda.nodes import BEAT_EVERY, FORGOTTEN_AFTER, GONE_AFTER, Half, Node, lives
from runcard.testing.house import HouseForTests
from tests.engine.conftest import SEV1
from tests.engine.observing import eventually

BOTH = (Half.ENGINE, Half.DOORS)


def a_node(house: HouseForTests, name: str, *runs: Half) -> Presence:
    return Presence(house.house, f"node-{name}", name, "1.0", runs or BOTH)


def pulse(house: HouseForTests) -> Pulse:
    return house.house.read(take_pulse)


def test_a_node_signs_in_and_out(house: HouseForTests) -> None:
    north, south = a_node(house, "north"), a_node(house, "south", Half.DOORS)
    north.start()
    south.start()
    there = {node.name: (node.version, node.runs) for node in pulse(house).nodes}
    assert there == {"north": ("1.0", BOTH), "south": ("1.0", (Half.DOORS,))}
    south.stop()
    assert [node.name for node in pulse(house).nodes] == ["north"]
    north.stop()
    assert pulse(house).condition is Condition.NO_ENGINE


def test_a_node_that_goes_silent_counts_as_gone_until_it_is_heard_again(
    house: HouseForTests,
) -> None:
    north = a_node(house, "north")
    north.start()
    assert north.beat.ask().wait(10.0)
    house.clock.forward(seconds=GONE_AFTER.total_seconds())
    assert lives(*only_node(house))
    house.clock.forward(seconds=1)
    assert not lives(*only_node(house))
    assert pulse(house).condition is Condition.NO_ENGINE
    assert north.beat.ask().wait(10.0)
    assert lives(*only_node(house))
    north.stop()


def test_with_each_beat_a_token_that_another_node_revoked_is_forgotten(
    house: HouseForTests,
) -> None:
    token = house.house.write(lambda work: issue_token(work, "ada", {Permission.RESPOND}))
    visitor_is_known(house.house, token)
    house.house.db.listeners.clear()
    house.house.write(lambda work: revoke_token(work, "ada"))
    assert len(house.house.visitors.digests) == 1
    north = a_node(house, "north")
    north.start()
    assert north.beat.ask().wait(10.0)
    north.stop()
    assert house.house.visitors.digests == ()


def only_node(house: HouseForTests) -> tuple[Node, datetime]:
    found = pulse(house)
    [node] = found.nodes
    return node, found.now


def test_one_that_vanished_is_forgotten_after_a_day_and_known_again_when_it_wakes(
    house: HouseForTests,
) -> None:
    frozen = a_node(house, "frozen")
    frozen.start()
    assert frozen.beat.ask().wait(10.0)
    house.clock.forward(seconds=FORGOTTEN_AFTER.total_seconds() + 1)
    other = a_node(house, "other")
    other.start()
    assert [node.name for node in pulse(house).nodes] == ["other"]
    assert frozen.beat.ask().wait(10.0)
    assert {node.name for node in pulse(house).nodes} == {"other", "frozen"}
    frozen.stop()
    other.stop()


def test_it_beats_by_itself(living_house: HouseForTests) -> None:
    house = living_house
    north = a_node(house, "north")
    north.start()
    begun = only_node(house)[0].heartbeat_at

    def has_beaten() -> bool:
        return bool(only_node(house)[0].heartbeat_at > begun)

    assert eventually(has_beaten, "it beats") < BEAT_EVERY.total_seconds() + 1.0
    north.stop()


def test_the_pulse_says_what_is_late_and_how_much_waits(house: HouseForTests) -> None:
    north = a_node(house, "north")
    north.start()
    house.arrive(house.signal("Bow door", labels=SEV1))
    assert pulse(house).load.jobs_waiting == 1
    house.clock.forward(seconds=61)
    found = pulse(house)
    assert found.load.job_lag == timedelta(seconds=61)
    assert (found.load.jobs_due, found.open_incidents) == (1, 1)
    assert north.beat.ask().wait(10.0)
    assert pulse(house).condition is Condition.LATE
    house.work()
    found = pulse(house)
    assert (found.load.lag, found.load.jobs_waiting) == (timedelta(0), 0)
    north.stop()
