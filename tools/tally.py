"""Keeps the account of a comparison: found, missed and invented, a field at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Count:
    """One field: what both say, what only the truth says, what only the program says."""

    right: int = 0
    missed: int = 0
    invented: int = 0
    silent: int = 0
    """Both say that there is nothing; counts as a field that is right, not for F1."""

    @property
    def precision(self) -> float:
        said = self.right + self.invented
        return self.right / said if said else 1.0

    @property
    def recall(self) -> float:
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        weight = 2 * self.right + self.missed + self.invented
        return 2 * self.right / weight if weight else 1.0

    @property
    def is_used(self) -> bool:
        return bool(self.right or self.missed or self.invented)


@dataclass
class Tally:
    """The account of one or more documents; `misses` are sentences for people."""

    counts: dict[str, Count] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    fields: int = 0
    wrong: int = 0
    where: str = ""

    def count(self, name: str) -> Count:
        return self.counts.setdefault(name, Count())

    def right(self, name: str, *, said: bool = True) -> None:
        """Both say the same; `said` is False where both say nothing."""
        self.fields += 1
        if said:
            self.count(name).right += 1
        else:
            self.count(name).silent += 1

    def differ(self, name: str, wanted: object, got: object) -> None:
        """Two different words: the truth's is missed, the program's is invented."""
        self.fields += 1
        self.wrong += 1
        self.count(name).missed += not is_empty(wanted)
        self.count(name).invented += not is_empty(got)
        self.misses.append(f"{self.where}{name}: wanted {shown(wanted)}, got {shown(got)}")

    def sums(self) -> Iterator[tuple[str, Count]]:
        """Fields of one concept added up, in the order of the names."""
        added: dict[str, Count] = {}
        for name, one in self.counts.items():
            total = added.setdefault(name.split(".")[0], Count())
            total.right += one.right
            total.missed += one.missed
            total.invented += one.invented
            total.silent += one.silent
        yield from sorted(added.items())


def is_empty(value: object) -> bool:
    """Nothing is said; a count of none says nothing either."""
    return value is None or value in ([], {}, "") or (type(value) is int and value == 0)


def shown(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 240 else f"{words[:240]}…"
