"""Numbers with units, in a document's thresholds and in what an alert says."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from runcard.domain.playbooks.words import folded

NUMBER = r"(\d{1,9}(?:[.,]\d{1,6})?)"
UNITS = {
    "%": ("%", 1.0), "percent": ("%", 1.0), "prozent": ("%", 1.0), "por ciento": ("%", 1.0),
    "ms": ("s", 0.001), "s": ("s", 1.0), "sec": ("s", 1.0), "secs": ("s", 1.0),
    "second": ("s", 1.0), "seconds": ("s", 1.0), "sekunden": ("s", 1.0), "m": ("s", 60.0),
    "min": ("s", 60.0), "mins": ("s", 60.0), "minute": ("s", 60.0), "minutes": ("s", 60.0),
    "minuten": ("s", 60.0), "minutos": ("s", 60.0), "h": ("s", 3600.0), "hour": ("s", 3600.0),
    "hours": ("s", 3600.0), "horas": ("s", 3600.0), "stunden": ("s", 3600.0), "mb": ("b", 1e6),
    "gb": ("b", 1e9), "tb": ("b", 1e12), "分钟": ("s", 60.0), "分": ("s", 60.0), "秒": ("s", 1.0),
}  # fmt: skip
UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
MORE = (
    r">=?|≥|more than|greater than|over|above|exceed(?:s|ing)?|at least|mehr als|über|plus de|"
    r"más de|mais de|oltre|超过|超過|大于"
)
LESS = r"<=?|≤|less than|fewer than|below|under|weniger als|unter|moins de|menos de|低于|小于"
BOUND = re.compile(
    rf"(?:(?P<more>{MORE})|(?P<less>{LESS}))\s*{NUMBER}\s*(?P<unit>(?:{UNIT})(?![a-z]))?"
)
PLUS = re.compile(rf"{NUMBER}\s*\+\s*(?P<unit>(?:{UNIT})(?![a-z]))")
SAID = re.compile(rf"(?<![\w.,]){NUMBER}\s*(?P<unit>(?:{UNIT})(?![a-z]))")
BARE = re.compile(rf"^\s*[-+]?{NUMBER}(?:e[-+]?\d+)?\s*$")
VALUE_NAMES = frozenset({"value", "current_value", "current", "values"})
ANY = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A number an alert gives; without a unit it is the alert's own value."""

    number: float
    unit: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """`> 5 %`: the bound of a criterion."""

    number: float
    unit: str
    is_upper: bool
    """True for `more than`."""

    def holds(self, readings: Iterable[Reading]) -> bool | None:
        """Whether a reading of the same kind is beyond the bound; None where there is none."""
        numbers = [number for one in readings if (number := self.comparable(one)) is not None]
        return any(map(self.is_passed_by, numbers)) if numbers else None

    def comparable(self, reading: Reading) -> float | None:
        """The reading in our unit. A bare value of up to one is a share of a hundred percent."""
        if reading.unit == self.unit:
            return reading.number
        if reading.unit != ANY:
            return None
        is_share = self.unit == "%" and 0 <= reading.number <= 1
        return reading.number * 100 if is_share else reading.number

    def is_passed_by(self, number: float) -> bool:
        return number >= self.number if self.is_upper else number <= self.number


def thresholds_in(text: str) -> tuple[Threshold, ...]:
    """Every bound a line sets."""
    low = folded(text)
    found = [bound(one, one["more"] is not None) for one in BOUND.finditer(low)]
    return (*found, *(bound(one, is_upper=True) for one in PLUS.finditer(low)))


def bound(found: re.Match[str], is_upper: bool) -> Threshold:
    number, unit = measured(number_in(found), found["unit"])
    return Threshold(number, unit, is_upper)


def number_in(found: re.Match[str]) -> float:
    digits = next(one for one in found.groups() if one is not None and one[:1].isdigit())
    return float(digits.replace(",", "."))


def measured(number: float, unit: str | None) -> tuple[float, str]:
    """The number in the base unit of its kind."""
    if unit is None:
        return number, ANY
    kind, factor = UNITS[unit]
    return number * factor, kind


def readings_in(text: str) -> list[Reading]:
    """Every number with a unit that a sentence names."""
    found = SAID.finditer(folded(text))
    return [Reading(*measured(number_in(one), one["unit"])) for one in found]


def values_among(*said: Mapping[str, str]) -> list[Reading]:
    """The alert's own value, where a label or annotation carries one."""
    words = [value for one in said for name, value in one.items() if name.lower() in VALUE_NAMES]
    bare = [found for word in words if (found := BARE.match(word)) is not None]
    return [Reading(number_in(found), ANY) for found in bare]
