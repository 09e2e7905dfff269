"""R-40, R-43: the wall clock is set, or the machine sleeps: nothing is lost, nothing doubles."""

from datetime import timedelta

import pytest

from runcard.engine.clock_watch import ClockWatch
from runcard.engine.recovery import recover
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import ClockJumped, Escalated
from runcard.ledgers.timeline.render import sentence
from runcard.ledgers.timeline.store import INSTALL
from runcard.testing.house import HouseForTests
from tests.engine.conftest import SEV1
from tests.figures import Figures

SWEEP = timedelta(seconds=60)


class SteadyClock:
    """Runs by hand, and is never set."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def passes(house: HouseForTests, steady: SteadyClock, seconds: float) -> None:
    """Time goes by, on both clocks."""
    house.clock.forward(seconds=seconds)
    steady.seconds += seconds


def jumps_told(house: HouseForTests) -> list[ClockJumped]:
    told = house.house.read(lambda work: timeline.read(work, INSTALL))
    return [entry.event for entry in told if isinstance(entry.event, ClockJumped)]


def levels_told(house: HouseForTests, incident: str) -> int:
    return sum(isinstance(one.event, Escalated) for one in house.brief(incident).timeline)


@pytest.mark.parametrize("seconds", [3600, -3600, 86_400, 6, -6])
def test_a_jump_is_written_down_once(house: HouseForTests, seconds: int) -> None:
    steady = SteadyClock()
    watch = ClockWatch(house.house, "north", steady)
    assert watch.look() is None
    passes(house, steady, 5)
    house.clock.forward(seconds=seconds)
    assert watch.look() == timedelta(seconds=seconds)
    passes(house, steady, 5)
    assert watch.look() is None
    [told] = jumps_told(house)
    assert (told.seconds, told.node) == (seconds, "north")


def test_two_clocks_that_drift_are_no_jump(house: HouseForTests) -> None:
    steady = SteadyClock()
    watch = ClockWatch(house.house, "north", steady)
    for _ in range(20):
        watch.look()
        passes(house, steady, 5)
        house.clock.forward(seconds=0.9)
    assert jumps_told(house) == []


def test_a_database_that_is_slow_to_say_the_time_is_no_jump(house: HouseForTests) -> None:
    ticks = iter([0.0, 0.0, 5.0, 5.0, 10.0, 18.0, 18.0, 18.0])
    watch = ClockWatch(house.house, "north", lambda: next(ticks))
    for seconds in (0, 5, 5, 8):
        house.clock.forward(seconds=seconds)
        watch.look()
    assert jumps_told(house) == []


def test_a_jump_reads_as_a_sentence(house: HouseForTests) -> None:
    watch = ClockWatch(house.house, "north", SteadyClock())
    house.alert("Bow door", labels=SEV1)
    watch.look()
    house.clock.forward(hours=-1)
    watch.look()
    told = house.house.read(lambda work: timeline.read(work, INSTALL))
    assert sentence(told[-1]).startswith("the clock of north jumped back by 3600 s; ")


STEPS = {"an hour": -3600, "a day": -86_400, "seven minutes": -420}


@pytest.mark.parametrize("step", STEPS)
def test_a_clock_set_back_delays_a_level_by_its_own_wait_at_most(
    house: HouseForTests, step: str, figures: Figures
) -> None:
    steady = SteadyClock()
    watch = ClockWatch(house.house, "north", steady)
    undisturbed = house.alert("Stern door", labels=SEV1)
    wait = seconds_until_told(house, steady, undisturbed)
    house.resolve(undisturbed)
    incident = house.alert("Bow door", labels=SEV1)
    watch.look()
    passes(house, steady, 60)
    house.clock.forward(seconds=STEPS[step])
    watch.look()
    late = 60 + seconds_until_told(house, steady, incident) - wait
    figures.keep("R-40", clock_set_back=step, a_wait_of_s=round(wait), is_late_by_s=round(late))
    assert 0 <= late <= wait + SWEEP.total_seconds()


def seconds_until_told(house: HouseForTests, steady: SteadyClock, incident: str) -> float:
    """Until somebody of the second level is paged."""
    begun = steady.seconds
    while "bo" not in house.paged(incident):
        assert steady.seconds < begun + 7200, "nobody came"
        passes(house, steady, 30)
        house.work()
    return steady.seconds - begun


def test_the_levels_after_a_clock_set_back_keep_their_waits(house: HouseForTests) -> None:
    steady = SteadyClock()
    watch = ClockWatch(house.house, "north", steady)
    incident = house.alert("Bow door", labels=SEV1)
    passes(house, steady, 10 * 60)
    house.work()
    watch.look()
    house.clock.forward(hours=-1)
    watch.look()
    for _ in range(90):
        passes(house, steady, 60)
        house.work()
    assert set(house.paged(incident)) == {"ada", "bo", "cy"}, "all of them within 100 minutes"


def test_a_page_on_its_way_survives_a_clock_set_back(house_of_two_ways: HouseForTests) -> None:
    house, steady = house_of_two_ways, SteadyClock()
    watch = ClockWatch(house.house, "north", steady)
    house.house.notifiers = {"webhook": house.phone, "email": house.phone}
    house.alert("Bow door", labels=SEV1)
    watch.look()
    assert len(house.phone.sent) == 1
    house.clock.forward(hours=-1)
    watch.look()
    passes(house, steady, 60)
    house.work()
    assert len(house.phone.sent) == 2, "the second way still comes after its minute"


def test_a_clock_set_back_while_nothing_ran_is_seen_at_the_next_start(
    house: HouseForTests,
) -> None:
    incident = house.alert("Bow door", labels=SEV1)
    house.clock.forward(hours=-5)
    recover(house.house)
    house.clock.forward(minutes=46)
    house.work()
    assert "bo" in house.paged(incident)


def test_a_clock_set_forward_brings_one_level_at_a_time(house: HouseForTests) -> None:
    """What waits for an answer: a level that was never given its wait is not passed over."""
    steady = SteadyClock()
    watch = ClockWatch(house.house, "north", steady)
    incident = house.alert("Bow door", labels={})
    watch.look()
    house.clock.forward(days=1)
    watch.look()
    before = levels_told(house, incident)
    house.work()
    assert levels_told(house, incident) <= before + 1
    for _ in range(4):
        passes(house, steady, 60)
        house.work()
    assert levels_told(house, incident) <= before + 1, "the next one gets its five minutes"


@pytest.mark.parametrize("answered", ["acknowledged", "resolved", None])
def test_a_machine_that_slept_for_two_hours_sends_one_page_a_person(
    house: HouseForTests, answered: str | None
) -> None:
    watch = ClockWatch(house.house, "north", SteadyClock())
    incidents = [house.alert(f"Bow door {n}", labels={}) for n in range(5)]
    watch.look()
    house.clock.forward(hours=2)
    for incident in incidents:
        if answered == "acknowledged":
            house.acknowledge(incident)
        elif answered == "resolved":
            house.resolve(incident)
    before = len(house.phone.sent)
    watch.look()
    house.work()
    caught_up = house.phone.sent[before:]
    assert len(caught_up) == (0 if answered else len(incidents))
    assert [told.seconds for told in jumps_told(house)] == [7200]
