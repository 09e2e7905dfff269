"""Working hours and holidays as people write them: `Mon-Fri 09:00-17:00`, `DE-BY`, `2026-12-24`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time

import holidays

from runcard.domain.people.model import WorkingHours
from runcard.domain.people.reading import Node
from runcard.domain.people.zones import find_zone

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EXAMPLE = "write it like Mon-Fri 09:00-17:00"
WHOLE = re.compile(
    r"(?P<days>[A-Za-z,\s-]+?)\s+(?P<opens>\d{1,2}:\d{2})\s*[-–]\s*(?P<closes>\d{1,2}:\d{2})"
)
END_OF_DAY = "24:00"
COUNTRY = re.compile(r"[A-Za-z]{2}(?:-[A-Za-z0-9]{1,4})?")


def read_hours(hours: Node, zone: Node, free: Node) -> WorkingHours:
    """The three keys together; what is left out keeps our default."""
    country, dates = read_holidays(free)
    days = replace(parsed(hours), zone=read_zone(zone))
    return replace(days, country=country, holidays=frozenset(dates))


def parsed(node: Node) -> WorkingHours:
    if node.is_absent:
        return WorkingHours()
    said = node.text() or ""
    found = WHOLE.fullmatch(said)
    days = None if found is None else days_of(found["days"])
    opens = None if found is None else time_of(found["opens"])
    closes = None if found is None else time_of(found["closes"])
    if days is None or opens is None or closes is None:
        node.wrong(f"{said!r} is not a week we can read; {EXAMPLE}")
    elif opens >= closes:
        node.wrong(f"the day closes at {closes:%H:%M}, before it opens; {EXAMPLE}")
    else:
        return WorkingHours(days=days, opens=opens, closes=closes)
    return WorkingHours()


def days_of(said: str) -> frozenset[int] | None:
    """`Mon-Thu, Sat`; None when a word is no day."""
    days: set[int] = set()
    for part in said.split(","):
        ends = [number_of(word) for word in part.split("-")]
        if None in ends or len(ends) > 2:
            return None
        first, last = ends[0] or 0, ends[-1] or 0
        days |= {day % 7 for day in range(first, last + (1 if first <= last else 8))}
    return frozenset(days)


def number_of(word: str) -> int | None:
    short = word.strip().casefold()[:3]
    return DAYS.index(short) if short in DAYS else None


def time_of(said: str) -> time | None:
    """A time of the day; 24:00 is its end."""
    if said == END_OF_DAY:
        return time.max
    hour, minute = (int(part) for part in said.split(":"))
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_zone(node: Node) -> str:
    if node.is_absent:
        return WorkingHours().zone
    said = node.text() or "UTC"
    if find_zone(said) is None:
        node.wrong(f"{said!r} is no time zone we know; write one like Europe/Berlin")
    return said


def read_holidays(node: Node) -> tuple[str | None, set[date]]:
    """A country (`FR`, `DE-BY`), days of the team's own, or both in a list."""
    countries: list[str] = []
    dates: set[date] = set()
    for one in node.items():
        if isinstance(one.value, date):
            dates.add(date(one.value.year, one.value.month, one.value.day))
        else:
            read_word(one, countries, dates)
    if len(countries) > 1:
        node.wrong(f"names {len(countries)} countries; one is possible")
    return next(iter(countries), None), dates


def read_word(node: Node, countries: list[str], dates: set[date]) -> None:
    said = node.text()
    if said is None:
        return
    day = day_of(said)
    if day is not None:
        dates.add(day)
    elif COUNTRY.fullmatch(said) and is_known(said.upper()):
        countries.append(said.upper())
    else:
        node.wrong(f"{said!r} is neither a country like FR or DE-BY nor a day like 2026-12-24")


def day_of(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def is_known(country: str) -> bool:
    """Whether the holidays of a country, and of its part, are on our list."""
    code, _, part = country.partition("-")
    known: Mapping[str, Iterable[str]] = holidays.list_supported_countries()
    return code in known and (not part or part in known[code])
