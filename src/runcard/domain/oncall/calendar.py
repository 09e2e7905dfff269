"""Promises that count on the team's calendar: working days, working hours, holidays, its zone."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from runcard.domain.people.model import WorkingHours
from runcard.domain.people.zones import zone_named
from runcard.domain.playbooks.card import Within

# A calendar without a single working day in a year is a mistake, and no deadline.
LONGEST_SEARCH = 400
DAYS = "business_days:"


def due_at(within: Within, since: datetime, hours: WorkingHours) -> datetime | None:
    """The moment a promise is broken; None where the phrase sets none.

    A wall-clock span counts at all hours. `business_hours` counts working time only. A promise of
    days is kept until the close of the last of them: `next business day` until the close of the
    next working day after the day of `since`, as the team's calendar has it."""
    match within.calendar:
        case None | "once" | "event" | "best_effort" | "next_release" | "work_session":
            return None if within.span is None else since + within.span
        case "business_hours":
            return None if within.span is None else after_working(within.span, since, hours)
        case "same_business_day":
            return close_of(same_day(since, hours), hours)
        case "next_business_day":
            return close_of(days_later(1, since, hours), hours)
        case _:
            count = count_of(within.calendar)
            return None if count is None else close_of(days_later(count, since, hours), hours)


def is_working(at: datetime, hours: WorkingHours) -> bool:
    """Whether the team is at work at this moment."""
    local = at.astimezone(zone_of(hours))
    return works_on(local.date(), hours) and hours.opens <= local.time() < hours.closes


def count_of(calendar: str) -> int | None:
    """`business_days:3` is 3; a part of a day is a whole one."""
    number = calendar.removeprefix(DAYS) if calendar.startswith(DAYS) else ""
    if not number.replace(".", "", 1).isdigit():
        return None
    return max(1, -int(-float(number) // 1))


def after_working(span: timedelta, since: datetime, hours: WorkingHours) -> datetime | None:
    """The moment by which the team has worked this long."""
    left, day = span, since.astimezone(zone_of(hours)).date()
    for _ in range(LONGEST_SEARCH):
        if works_on(day, hours):
            start, end = max(since, opening(day, hours)), closing(day, hours)
            if end - start >= left:
                return start + left
            left -= max(end - start, timedelta(0))
        day += timedelta(days=1)
    return None


def same_day(since: datetime, hours: WorkingHours) -> date | None:
    """Today while the team still works today, else the next working day."""
    today = since.astimezone(zone_of(hours)).date()
    if works_on(today, hours) and since < closing(today, hours):
        return today
    return days_later(1, since, hours)


def days_later(count: int, since: datetime, hours: WorkingHours) -> date | None:
    """The nth working day after the day of `since`."""
    day = since.astimezone(zone_of(hours)).date()
    for _ in range(LONGEST_SEARCH + 7 * count):
        day += timedelta(days=1)
        count -= works_on(day, hours)
        if count == 0:
            return day
    return None


def close_of(day: date | None, hours: WorkingHours) -> datetime | None:
    return None if day is None else closing(day, hours)


def opening(day: date, hours: WorkingHours) -> datetime:
    return datetime.combine(day, hours.opens, zone_of(hours)).astimezone(UTC)


def closing(day: date, hours: WorkingHours) -> datetime:
    return datetime.combine(day, hours.closes, zone_of(hours)).astimezone(UTC)


def works_on(day: date, hours: WorkingHours) -> bool:
    """A day of the week the team works, and no holiday."""
    if day.weekday() not in hours.days or day in hours.holidays:
        return False
    return hours.country is None or day not in public_holidays(hours.country, day.year)


@lru_cache(maxsize=256)
def public_holidays(country: str, year: int) -> frozenset[date]:
    """The free days of a country (`FR`) or a part of it (`DE-BY`); none where it is unknown."""
    code, _, part = country.partition("-")
    try:
        return frozenset(holidays.country_holidays(code, subdiv=part or None, years=year))
    except NotImplementedError:
        return frozenset()


def zone_of(hours: WorkingHours) -> ZoneInfo:
    return zone_named(hours.zone)
