"""How many occurrences of one source are kept one by one; what is beyond is counted as one alert.

A source whose labels change with every post (a request id, a pod's hash) would else fill the
database with alerts that are one trouble, and the board with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from runcard.db.work import Work
from runcard.domain.alerts.actions import Folded
from runcard.domain.alerts.model import Signal
from runcard.domain.alerts.queries import firing_of
from runcard.domain.incidents.model import OURSELVES
from runcard.flows.about_ourselves import alert_about_ourselves

MOST_FIRING = 50_000
LOOK_EVERY = 1000
"""New occurrences between two counts, so that counting costs nothing. Several nodes and writers
may go over the ceiling by so many each."""
FULL_FOR = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Level:
    """How many a source had when they were counted, and how many came since."""

    counted: int
    counted_at: datetime
    since: int = 0


@dataclass(slots=True)
class Ceiling:
    """What this process knows of the sources; the database has the truth."""

    most: int = MOST_FIRING
    _levels: dict[str, Level] = field(default_factory=dict)

    def below(self, work: Work, signals: Sequence[Signal], folded: Folded) -> list[Signal] | None:
        """The signals with those that would go over the ceiling told as one; None where none
        would."""
        new = {name: one for name, one in folded.fresh.items() if name not in folded.before}
        over = self._over(work, new)
        if not over:
            return None
        return [
            told_as_one(signal, self.most) if name in new and signal.source in over else signal
            for name, signal in zip(folded.identities, signals, strict=True)
        ]

    def _over(self, work: Work, new: Mapping[str, Signal]) -> set[str]:
        coming: dict[str, int] = {}
        for signal in new.values():
            if signal.source != OURSELVES:
                coming[signal.source] = coming.get(signal.source, 0) + 1
        return {source for source, count in coming.items() if self._is_over(work, source, count)}

    def _is_over(self, work: Work, source: str, count: int) -> bool:
        level = self._levels.get(source)
        if level is None or self._is_old(level, count, work.now):
            level = Level(firing_of(work, source, self.most + 1), work.now)
        self._levels[source] = replace(level, since=level.since + count)
        return level.counted + level.since + count > self.most

    def _is_old(self, level: Level, count: int, now: datetime) -> bool:
        if level.counted >= self.most:
            return now - level.counted_at > FULL_FOR
        return level.since + count > LOOK_EVERY or level.counted + level.since + count > self.most


def told_as_one(signal: Signal, most: int) -> Signal:
    """The one alert that counts what is not kept of this source."""
    return alert_about_ourselves(
        f"too-many:{signal.source}",
        f"Source {signal.source} has over {most} open alerts; more are only counted",
        "A label of these alerts probably changes with every post, such as an id. Take it out "
        "where the alerts are made, and have the old ones cleared. The first that was not kept: "
        f"{signal.title}",
    )
