"""What this process has done since it began, by reason; for whoever watches from outside."""

import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

# Upper bounds in seconds: a commit that waits for the disk takes a millisecond or a few.
BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class Counted(Enum):
    """What is counted; the reasons that go with it are said at its name in the reference."""

    ALERTS = "alerts"
    PAGE_ATTEMPTS = "page_attempts"
    MENDED = "mended"
    HEARTBEATS = "heartbeats"


@dataclass(slots=True)
class Durations:
    """How often it took how long, in buckets that lie side by side; the last has no upper bound."""

    buckets: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0

    def add(self, seconds: float) -> None:
        """Once more."""
        self.buckets[bisect_left(BOUNDS, seconds)] += 1
        self.seconds += seconds


@dataclass(slots=True)
class Tally:
    """Written by any thread."""

    commits: Durations = field(default_factory=Durations)
    _counts: Counter[tuple[Counted, tuple[str, ...]]] = field(default_factory=Counter)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def count(self, what: Counted, *reasons: str) -> None:
        """One more, for these reasons."""
        with self._guard:
            self._counts[what, reasons] += 1

    def count_each(self, what: Counted, reasons: Sequence[str]) -> None:
        """One more for each of many."""
        with self._guard:
            for reason in reasons:
                self._counts[what, (reason,)] += 1

    def commit_took(self, seconds: float) -> None:
        """A unit of work, or a set of them, is on disk."""
        with self._guard:
            self.commits.add(seconds)

    def counts(self, what: Counted) -> dict[tuple[str, ...], int]:
        """So far, by reasons."""
        with self._guard:
            return {reasons: n for (kind, reasons), n in self._counts.items() if kind is what}
