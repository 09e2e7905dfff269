"""Alerts kept while the database was away: who must hear of them now, and their way in."""

from dataclasses import dataclass, field

import structlog

from runcard.engine.loop import Due, Loop
from runcard.flows.database_is_away import posts_in, sender_of
from runcard.flows.house import House
from runcard.kernel.clock import Clock, SystemClock
from runcard.kernel.errors import Unavailable

log = structlog.get_logger()
LONGEST_SLEEP = 60.0
TRY_AGAIN = 1.0


@dataclass(slots=True)
class Drain:
    """Wakes on every post that is kept, and tries the database each second while any waits."""

    house: House
    clock: Clock = field(default_factory=SystemClock)
    loop: Loop = field(init=False)

    def __post_init__(self) -> None:
        self.loop = Loop("drain", self.once, self._next)

    def start(self) -> None:
        """Begin; what an earlier process left is folded in first."""
        if self.house.shelter is not None:
            self.house.shelter.spool.on_put = self.loop.bell.set
        self.loop.start()

    def stop(self) -> None:
        """What still waits stays on disk."""
        self.loop.stop()
        if self.house.shelter is not None:
            self.house.shelter.spool.close()

    def once(self) -> int:
        """Call whoever must hear of it, then try the database; returns how many posts went in."""
        shelter = self.house.shelter
        if shelter is None:
            return 0
        shelter.wake(self.clock.now())
        done = 0
        try:
            for path, records in shelter.spool.drain():
                done += self._fold_in(records)
                shelter.spool.drop(path)
                log.info("the database is back; kept alerts are folded in", posts=len(records))
        except Unavailable:
            return 0
        return done

    def _fold_in(self, records: list[bytes]) -> int:
        posts = posts_in(records)
        for post in posts:
            self.house.take_in_now(post.signals, sender_of(post))
        return len(posts)

    def _next(self) -> Due:
        shelter = self.house.shelter
        waits = shelter is not None and not shelter.is_empty
        return Due(None, TRY_AGAIN if waits else LONGEST_SLEEP)
