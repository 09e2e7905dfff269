"""Working hours and holidays as people write them."""

from datetime import UTC, date, datetime, time

import pytest

from runcard.domain.people.hours import read_hours
from runcard.domain.people.model import WorkingHours
from runcard.domain.people.reading import Faults, Node


def read(
    hours: object = None, zone: object = None, free: object = None
) -> tuple[WorkingHours, Faults]:
    faults = Faults()
    nodes = [
        Node(value, place, faults)
        for place, value in (("hours", hours), ("zone", zone), ("holidays", free))
    ]
    return read_hours(*nodes), faults


def fault_of(hours: object = None, zone: object = None, free: object = None) -> str:
    _, faults = read(hours, zone, free)
    [(_, message)] = faults.found
    return message


def test_silence_is_a_usual_week() -> None:
    assert read()[0] == WorkingHours()


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("Mon-Fri 09:00-17:00", {0, 1, 2, 3, 4}),
        ("mon, wed-fri 9:00-17:00", {0, 2, 3, 4}),
        ("Sunday 09:00 – 17:00", {6}),
        ("Fri-Mon 09:00-17:00", {4, 5, 6, 0}),
    ],
)
def test_days_are_read(said: str, days: set[int]) -> None:
    hours, faults = read(said)
    assert hours.days == days
    assert (hours.opens, hours.closes) == (time(9), time(17))
    assert not faults.found


def test_a_day_may_last_until_midnight() -> None:
    assert read("Mon-Sun 00:00-24:00")[0].closes == time.max


@pytest.mark.parametrize(
    "said",
    ["always", "Mon-Fri", "Mon-Foo 09:00-17:00", "Mon-Tue-Wed 09:00-17:00", "Mon 25:00-26:00",
     "Mon 09:00-09:75"],
)  # fmt: skip
def test_a_week_nobody_can_read_is_a_fault(said: str) -> None:
    assert (
        fault_of(said) == f"{said!r} is not a week we can read; write it like Mon-Fri 09:00-17:00"
    )


def test_a_day_that_closes_before_it_opens_is_a_fault() -> None:
    assert "closes at 08:00, before it opens" in fault_of("Mon-Fri 17:00-08:00")


def test_hours_that_are_no_words_are_one_fault_more() -> None:
    _, faults = read(["Mon"])
    assert [place for place, _ in faults.found] == ["hours", "hours"]


@pytest.mark.parametrize("said", ["Europe/Atlantis", "../etc"])
def test_a_zone_nobody_knows_is_a_fault(said: str) -> None:
    assert "no time zone we know" in fault_of(zone=said)


def test_a_zone_that_is_no_word_is_a_fault() -> None:
    assert fault_of(zone=["UTC"]) == "should be words, not a list"


def test_a_country_and_days_of_the_team_are_free() -> None:
    hours, faults = read(
        free=["de-by", "2026-12-24", date(2026, 12, 31), datetime(2027, 1, 2, 3, tzinfo=UTC)]
    )
    assert hours.country == "DE-BY"
    assert hours.holidays == {date(2026, 12, 24), date(2026, 12, 31), date(2027, 1, 2)}
    assert not faults.found
    assert read(free="FR")[0].country == "FR"


@pytest.mark.parametrize("said", ["Bavaria", "QQ", "DE-QQ", "24.12."])
def test_a_holiday_nobody_knows_is_a_fault(said: str) -> None:
    assert "neither a country like FR or DE-BY nor a day" in fault_of(free=said)


def test_a_holiday_that_is_no_word_is_a_fault() -> None:
    assert fault_of(free=[None]) == "should be words, not nothing"


def test_two_countries_are_one_too_many() -> None:
    assert fault_of(free=["FR", "DE"]) == "names 2 countries; one is possible"
