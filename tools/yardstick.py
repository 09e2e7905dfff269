"""What it means that two truth documents agree: objects are paired, then compared key by key."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tools.tally import Tally, is_empty

Truth = Mapping[str, Any]
Show = Callable[[Any], Any]
TIME_KEYS = ("line", "seconds", "min_s", "calendar")
# What a truth says to its readers beside an object; no program is asked for it.
MARKS = {"ambiguous", "also", "may_omit", "remark"}
EMPHASIS = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")


def bare(value: Any) -> Any:
    """Texts without back-ticks, emphasis and double spaces, objects without marks, at any depth."""
    if isinstance(value, str):
        return re.sub(r"\s+", " ", EMPHASIS.sub("", value)).strip()
    if isinstance(value, list):
        return [bare(one) for one in value]
    if isinstance(value, Mapping):
        return {key: bare(one) for key, one in value.items() if key not in MARKS}
    return value


LEFT_OUT = {"ambiguous": "no word of it"}


def is_open(value: Any) -> bool:
    """A value that the truth itself does not compare."""
    return isinstance(value, Mapping) and set(value) == {"ambiguous"}


def allowed(truth: Truth, key: str) -> list[Any]:
    """The value of a key and the other right ones."""
    return [truth.get(key), *truth.get("also", {}).get(key, [])]


def time_parts(value: Any) -> tuple[Any, ...] | None:
    if not isinstance(value, Mapping):
        return None
    return tuple(value.get(key) for key in TIME_KEYS)


def is_time(truth: Any, got: Any) -> bool:
    """Whether two times are equal in line, seconds, lower bound and calendar."""
    if not isinstance(truth, Mapping) or not isinstance(got, Mapping):
        return truth is None and got is None
    return all(is_open(truth) or got.get(key) in allowed(truth, key) for key in TIME_KEYS)


class Pair:
    """One object of the truth beside one of the program, under a name for the account."""

    def __init__(self, tally: Tally, concept: str, truth: Truth, got: Truth | None) -> None:
        self.tally = tally
        self.concept = concept
        self.truth = truth
        self.got: Truth = got or {}

    def keys(self, *keys: str, show: Show = bare) -> None:
        """Each key exactly equal, or one of its other right values."""
        for key in keys:
            self.key(key, show)

    def key(self, key: str, show: Show = bare) -> None:
        values = allowed(self.truth, key)
        if any(is_open(value) for value in values):
            return
        got = show(self.got.get(key))
        right = got in [show(value) for value in values]
        self._judge(key, right, show(self.truth.get(key)), got)

    def times(self, *keys: str) -> None:
        for key in keys:
            values = allowed(self.truth, key)
            if any(is_open(value) for value in values):
                continue
            got = self.got.get(key)
            right = any(is_time(value, got) for value in values)
            self._judge(key, right, time_parts(values[0]), time_parts(got))

    def counts(self, *keys: str) -> None:
        """Equal in number only."""
        self.keys(*keys, show=lambda value: len(value) if isinstance(value, list) else value)

    def _judge(self, key: str, right: bool, wanted: Any, got: Any) -> None:
        name = f"{self.concept}.{key}"
        if right:
            self.tally.right(name, said=not is_empty(got))
        else:
            place = self.truth.get("line") or self.got.get("line")
            where, self.tally.where = self.tally.where, f"{self.tally.where}{place} "
            self.tally.differ(name, wanted, got)
            self.tally.where = where


def pairs(
    truths: Sequence[Truth], gots: Sequence[Truth], second: str
) -> tuple[list[tuple[Truth, Truth]], list[Truth], list[Truth]]:
    """Objects paired where they are equal, then by line, then by a second key; what is left over on
    both sides."""
    left = list(gots)
    found: dict[int, Truth] = {}
    if is_open(truths):
        return [], [], []
    order = sorted(range(len(truths)), key=lambda at: bool(truths[at].get("may_omit")))
    for fits in (_is_equal, _is_alike, _is_on_line, _is_named):
        for at in order:
            if at in found:
                continue
            fitting = [one for one in left if fits(truths[at], one, second)]
            if fitting:
                best = max(fitting, key=lambda one: _likeness(truths[at], one))
                found[at] = best
                left.remove(best)
    together = [(truths[at], found[at]) for at in sorted(found)]
    return together, [truths[at] for at in range(len(truths)) if at not in found], left


def _is_equal(truth: Truth, got: Truth, _second: str) -> bool:
    return all(
        is_open(value) or bare(got.get(key)) in [bare(one) for one in allowed(truth, key)]
        for key, value in truth.items()
        if key not in MARKS
    )


def _is_on_line(truth: Truth, got: Truth, _second: str) -> bool:
    return got.get("line") in allowed(truth, "line")


def _is_named(truth: Truth, got: Truth, second: str) -> bool:
    name = bare(got.get(second))
    return name is not None and name in [bare(one) for one in allowed(truth, second)]


def _is_alike(truth: Truth, got: Truth, second: str) -> bool:
    return _is_on_line(truth, got, second) and _is_named(truth, got, second)


def _likeness(truth: Truth, got: Truth) -> int:
    return sum(1 for key, value in truth.items() if key in got and bare(got[key]) == bare(value))
