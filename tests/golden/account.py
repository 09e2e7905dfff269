"""Keep the account of a comparison: fields right, fields in all, and what is wrong."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from runcard.domain.playbooks.model import TimeValue

Truth = Mapping[str, Any]


@dataclass
class Account:
    """Fields right and total by group, and a line for each that is wrong."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def check(self, group: str, where: str, expected: object, got: object) -> None:
        """Count one field."""
        self.judge(group, expected == got, f"{where}: expected {expected!r}, got {got!r}")

    def judge(self, group: str, is_right: bool, remark: str) -> None:
        """Count one field that was compared elsewhere."""
        self.total[group] += 1
        self.right[group] += is_right
        if not is_right:
            self.wrong.append(f"{group} · {remark}")

    @property
    def fields_right(self) -> int:
        """How many fields are as in the truth."""
        return sum(self.right.values())

    @property
    def fields(self) -> int:
        """How many fields were compared."""
        return sum(self.total.values())


def bare(text: str | None) -> str | None:
    """Back-ticks, emphasis and double spaces do not count."""
    return None if text is None else re.sub(r"\s+", " ", re.sub(r"[`*]", "", text)).strip()


def is_ambiguous(value: object) -> bool:
    """A value that the truth itself does not compare."""
    return isinstance(value, Mapping) and set(value) == {"ambiguous"}


def one_of(
    truth: Truth, key: str, got: object, show: Callable[[Any], object] = lambda x: x
) -> bool:
    """Whether a value is the truth's or one of its `also`."""
    values = [truth.get(key), *truth.get("also", {}).get(key, [])]
    return any(is_ambiguous(value) for value in values) or got in [show(v) for v in values]


def time_of(truth: Truth | None) -> tuple[object, ...] | None:
    """What of a time is compared."""
    if truth is None:
        return None
    return (truth["line"], truth["seconds"], truth.get("min_s"), truth.get("calendar"))


def time_got(time: TimeValue | None) -> tuple[object, ...] | None:
    """The same of a compiled time."""
    return time and (time.line, time.seconds, time.min_seconds, time.calendar)
