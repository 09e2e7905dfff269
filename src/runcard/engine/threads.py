"""The engine as threads: woken by commits and due times, drained on SIGTERM."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from runcard.db.work import Work
from runcard.db.writer import Committed
from runcard.engine.auditor import AUDIT_SECONDS, Auditor
from runcard.engine.clock_watch import ClockWatch
from runcard.engine.deliver import Deliver
from runcard.engine.fire import MOST_TIMERS, Fire
from runcard.engine.loop import Due, Loop
from runcard.flows.house import House
from runcard.ledgers.agenda.rules import RENEW_EVERY
from runcard.ledgers.agenda.store import jobs, timers

# On PostgreSQL NOTIFY wakes us; looking this often is the guarantee.
POLL_SECONDS = 0.25
# On SQLite nobody else writes: we sleep until something is due, and this long at most.
LONGEST_SLEEP = 60.0
FAR = timedelta(days=365)
# Twenty pages a tenth of a second are more than people can read; the rest of the processor takes
# alerts in. A first page never waits for this.
DELIVERY_STORM_SECONDS = 0.1


@dataclass(slots=True)
class EngineThreads:
    """Fire, deliver, the renewal of leases, and the audit of what is open."""

    house: House
    owner: str
    fire: Loop = field(init=False)
    deliver: Loop = field(init=False)
    renewal: Loop = field(init=False)
    audit: Loop = field(init=False)
    deliverer: Deliver = field(init=False)
    clock_watch: ClockWatch = field(init=False)

    def __post_init__(self) -> None:
        bell = threading.Event()
        self.deliverer = Deliver(self.house, self.owner, bell)
        firing = Fire(self.house)
        self.clock_watch = ClockWatch(self.house, self.owner)
        self.fire = Loop("fire", firing.once, self._next_timer, most=MOST_TIMERS)
        self.deliver = Loop(
            "deliver", self.deliverer.once, self._next_job, bell,
            storm_seconds=DELIVERY_STORM_SECONDS,
        )  # fmt: skip
        self.renewal = Loop("renew", self._renewed, lambda: Due(None, RENEW_EVERY.total_seconds()))
        self.audit = Loop("audit", Auditor(self.house).once, lambda: Due(None, AUDIT_SECONDS))

    @property
    def loops(self) -> tuple[Loop, ...]:
        """All of them, in the order in which they stop."""
        return self.audit, self.fire, self.deliver, self.renewal

    def start(self) -> None:
        """Recover what was left half done, listen, and begin."""
        self.house.db.listeners.append(self._heard)
        for loop in self.loops:
            loop.start()

    def wake(self) -> None:
        """Another node changed something."""
        self.fire.bell.set()
        self.deliver.bell.set()

    def stop(self) -> None:
        """Decide nothing new, let what is in the air land."""
        self.audit.stop()
        self.fire.stop()
        self.deliver.stop()
        self.deliverer.drain()
        self.renewal.stop()

    def _heard(self, news: Committed) -> None:
        self.fire.hear(news.timer_at)
        self.deliver.hear(news.job_at)

    def _renewed(self) -> int:
        self.deliverer.renew()
        if self.clock_watch.look() is not None:
            # Whoever sleeps counted on the clock as it was.
            self.wake()
        return 0

    def _next_timer(self) -> Due:
        return self._next(timers.next_at)

    def _next_job(self) -> Due:
        # What waits for a hand is due already: the bell rings when one is free.
        return Due(None, LONGEST_SLEEP) if self.deliverer.is_full() else self._next(jobs.next_at)

    def _next(self, next_at: Callable[[Work], datetime | None]) -> Due:
        longest = LONGEST_SLEEP if self.house.db.engines.is_embedded else POLL_SECONDS

        def look(work: Work) -> Due:
            at = min(next_at(work) or work.now + FAR, work.now + timedelta(seconds=longest))
            return Due(at, max((at - work.now).total_seconds(), 0.0))

        return self.house.read(look)
