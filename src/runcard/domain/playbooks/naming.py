"""Things of a playbook by their names, each of its own."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from runcard.domain.playbooks.words import folded

T = TypeVar("T")


def named(things: Iterable[T], name: str = "title") -> dict[str, T]:
    """By name; of two with one name the second is `name (2)`."""
    seen: Counter[str] = Counter()
    found: dict[str, T] = {}
    for one in things:
        title = str(getattr(one, name)).strip()
        seen[folded(title)] += 1
        count = seen[folded(title)]
        found[title if count == 1 else f"{title} ({count})"] = one
    return found
