"""The two loops as threads: sleep until the next due time or a wake-up, drain on SIGTERM."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from runcard.db.work import Work
from runcard.db.writer import Committed
from runcard.engine.deliver import Deliver
from runcard.engine.fire import Fire
from runcard.flows.house import House
from runcard.ledgers.agenda.rules import RENEW_EVERY
from runcard.ledgers.agenda.store import jobs, timers

log = structlog.get_logger()
# On PostgreSQL NOTIFY wakes us; looking this often is the guarantee.
POLL_SECONDS = 0.25
# On SQLite nobody else writes: we sleep until something is due, and this long at most.
LONGEST_SLEEP = 60.0
AFTER_A_FAULT = 1.0
FAR = timedelta(days=365)
# The first thing due is done at once. After that we gather for a moment, longer in a storm: what is
# done together costs a fraction, and intake needs the same processor.
GATHER_SECONDS = 0.005
STORM_SECONDS = 0.04
# Twenty pages a tenth of a second are more than people can read; the rest of the processor takes
# alerts in. A first page never waits for this.
DELIVERY_STORM_SECONDS = 0.1
STORM = 10


@dataclass(frozen=True, slots=True)
class Due:
    """When a loop looks again at the latest: at a moment, so many seconds from now."""

    at: datetime | None
    seconds: float


@dataclass(slots=True)
class Loop:
    """Calls `once` while it finds work, else sleeps."""

    name: str
    once: Callable[[], int]
    next_due: Callable[[], Due]
    bell: threading.Event = field(default_factory=threading.Event)
    stopping: threading.Event = field(default_factory=threading.Event)
    storm_seconds: float = STORM_SECONDS
    _sleeps_until: datetime | None = None
    """None while it is awake."""
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Start the loop's thread."""
        self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)
        self._thread.start()

    def hear(self, at: datetime | None) -> None:
        """Something is due at a moment: wake, unless it is awake before that anyway."""
        if at is not None and (self._sleeps_until is None or at < self._sleeps_until):
            self.bell.set()

    def stop(self) -> None:
        """Finish the turn, then end."""
        self.stopping.set()
        self.bell.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            self.bell.clear()
            # Whatever is heard from here on rings, until it is known how long to sleep.
            self._sleeps_until = None
            # Asked once the bell is cleared: a stop between the two would be slept through.
            if self.stopping.is_set():
                return
            try:
                # Losing a race looks like nothing due, so the book is asked again before sleep.
                if (done := self.once()) > 0:
                    self.stopping.wait(self.storm_seconds if done >= STORM else GATHER_SECONDS)
                    continue
                due = self.next_due()
                self._sleeps_until, seconds = due.at, due.seconds
            except Exception as fault:  # the loop must outlive whatever one turn raises
                log.error("the loop stumbled", loop=self.name, why=repr(fault))
                seconds = AFTER_A_FAULT
            self.bell.wait(seconds)


@dataclass(slots=True)
class EngineThreads:
    """Fire, deliver, and the renewal of leases."""

    house: House
    owner: str
    fire: Loop = field(init=False)
    deliver: Loop = field(init=False)
    renewal: Loop = field(init=False)
    deliverer: Deliver = field(init=False)

    def __post_init__(self) -> None:
        bell = threading.Event()
        self.deliverer = Deliver(self.house, self.owner, bell)
        firing = Fire(self.house)
        self.fire = Loop("fire", firing.once, self._next_timer)
        self.deliver = Loop(
            "deliver", self.deliverer.once, self._next_job, bell,
            storm_seconds=DELIVERY_STORM_SECONDS,
        )  # fmt: skip
        self.renewal = Loop("renew", self._renewed, lambda: Due(None, RENEW_EVERY.total_seconds()))

    def start(self) -> None:
        """Recover what was left half done, listen, and begin."""
        self.house.db.listeners.append(self._heard)
        for loop in (self.fire, self.deliver, self.renewal):
            loop.start()

    def wake(self) -> None:
        """Another node changed something."""
        self.fire.bell.set()
        self.deliver.bell.set()

    def stop(self) -> None:
        """Decide nothing new, let what is in the air land."""
        self.fire.stop()
        self.deliver.stop()
        self.deliverer.drain()
        self.renewal.stop()

    def _heard(self, news: Committed) -> None:
        self.fire.hear(news.timer_at)
        self.deliver.hear(news.job_at)

    def _renewed(self) -> int:
        self.deliverer.renew()
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
