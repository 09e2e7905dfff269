"""Deadlines on the team's calendar: its zone, its hours, its holidays, its clock changes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.oncall.calendar import due_at, is_working
from runcard.domain.people.model import WorkingHours
from runcard.domain.playbooks.card import Mark, Within

BERLIN = WorkingHours(zone="Europe/Berlin")
FRIDAY = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
"""16:00 in Berlin, an hour before closing."""


def within(calendar: str | None, span: timedelta | None = None) -> Within:
    return Within(span, calendar, "said", Mark())


def due(calendar: str | None, since: datetime, hours: WorkingHours = BERLIN) -> datetime | None:
    return due_at(within(calendar), since, hours)


def test_a_wall_clock_span_counts_at_night_and_on_sunday() -> None:
    assert due_at(within(None, timedelta(hours=70)), FRIDAY, BERLIN) == FRIDAY + timedelta(hours=70)


@pytest.mark.parametrize("calendar", [None, "event", "best_effort", "next_release", "once"])
def test_what_names_no_moment_has_no_deadline(calendar: str | None) -> None:
    assert due(calendar, FRIDAY) is None


def test_next_business_day_is_kept_until_its_close() -> None:
    assert due("next_business_day", FRIDAY) == datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    saturday = FRIDAY + timedelta(days=1)
    assert due("next_business_day", saturday) == datetime(2026, 11, 23, 16, 0, tzinfo=UTC)


def test_same_business_day_is_today_while_the_team_works() -> None:
    assert due("same_business_day", FRIDAY) == datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
    late = FRIDAY + timedelta(hours=2)
    assert due("same_business_day", late) == datetime(2026, 11, 23, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("calendar", "day"),
    [("business_days:1", 23), ("business_days:2", 24), ("business_days:1.5", 24),
     ("business_days:0", 23)],
)  # fmt: skip
def test_business_days_are_counted(calendar: str, day: int) -> None:
    assert due(calendar, FRIDAY) == datetime(2026, 11, day, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize("calendar", ["business_days:many", "when_the_moon_is_full"])
def test_a_calendar_nobody_knows_sets_no_deadline(calendar: str) -> None:
    assert due(calendar, FRIDAY) is None


def test_business_hours_count_working_time_only() -> None:
    three = within("business_hours", timedelta(hours=3))
    assert due_at(three, FRIDAY, BERLIN) == datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    night = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
    assert due_at(three, night, BERLIN) == datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    evening = FRIDAY + timedelta(hours=4)
    assert due_at(three, evening, BERLIN) == datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def test_bare_business_hours_set_no_deadline() -> None:
    assert due("business_hours", FRIDAY) is None


def test_holidays_of_the_country_and_of_the_team_are_free() -> None:
    christmas = datetime(2026, 12, 23, 12, 0, tzinfo=UTC)
    bavaria = WorkingHours(
        zone="Europe/Berlin", country="DE-BY", holidays=frozenset({date(2026, 12, 24)})
    )
    assert due("next_business_day", christmas, bavaria) == datetime(2026, 12, 28, 16, 0, tzinfo=UTC)


def test_a_country_nobody_knows_has_no_holidays() -> None:
    hours = WorkingHours(country="XX")
    assert due("next_business_day", FRIDAY, hours) == datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


def test_the_close_moves_with_the_clock_change() -> None:
    before = datetime(2026, 3, 27, 12, 0, tzinfo=UTC)
    assert due("next_business_day", before) == datetime(2026, 3, 30, 15, 0, tzinfo=UTC)


def test_a_working_day_with_a_clock_change_has_its_real_length() -> None:
    night_shift = WorkingHours("Europe/Berlin", frozenset(range(7)), time(0), time(8))
    midnight = datetime(2026, 10, 24, 22, 0, tzinfo=UTC)
    nine = within("business_hours", timedelta(hours=9))
    assert due_at(nine, midnight, night_shift) == midnight + timedelta(hours=9)


@pytest.mark.parametrize("calendar", ["next_business_day", "same_business_day", "business_days:3"])
def test_a_team_that_never_works_owes_nothing_on_its_calendar(calendar: str) -> None:
    never = WorkingHours(days=frozenset())
    assert due(calendar, FRIDAY, never) is None
    assert due_at(within("business_hours", timedelta(hours=1)), FRIDAY, never) is None


@pytest.mark.parametrize(
    ("at", "works"),
    [
        (datetime(2026, 11, 20, 8, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 20, 7, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 20, 16, 0, tzinfo=UTC), False),
        (datetime(2026, 11, 21, 12, 0, tzinfo=UTC), False),
    ],
)
def test_the_team_is_at_work_between_opening_and_closing(at: datetime, works: bool) -> None:
    assert is_working(at, BERLIN) is works


def test_a_zone_nobody_knows_is_utc() -> None:
    assert is_working(datetime(2026, 11, 20, 9, 0, tzinfo=UTC), WorkingHours(zone="Nowhere/At all"))


@given(
    minutes=st.integers(0, 3_000_000),
    hours=st.integers(1, 60),
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/Toronto", "Asia/Tokyo"]),
)
def test_working_time_never_ends_before_the_same_time_on_the_wall(
    minutes: int, hours: int, zone: str
) -> None:
    since, span = FRIDAY + timedelta(minutes=minutes), timedelta(hours=hours)
    found = due_at(within("business_hours", span), since, WorkingHours(zone=zone))
    assert found is not None
    assert found >= since + span
