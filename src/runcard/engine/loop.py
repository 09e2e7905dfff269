"""A thread that works while there is work, sleeps until more is due, and can prove that it runs."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from runcard.ledgers.agenda.modules import LeftToOthers

log = structlog.get_logger()
AFTER_A_FAULT = 1.0
# How often a part that belongs to nodes of another version is looked at again.
WHILE_LEFT_TO_OTHERS = 5.0
# The first thing due is done at once. After that we gather for a moment, longer in a storm: what is
# done together costs a fraction, and intake needs the same processor.
GATHER_SECONDS = 0.005
STORM_SECONDS = 0.04
STORM = 10
# A turn that took as much as it may has left the rest there: there is nothing to gather.
FULL_SECONDS = 0.001


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
    most: int | None = None
    """As much as one turn takes."""
    _sleeps_until: datetime | None = None
    """None while it is awake."""
    _thread: threading.Thread | None = None
    _askers: list[threading.Event] = field(default_factory=list)
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _left: str | None = None

    def start(self) -> None:
        """Start the loop's thread; one that runs already goes on."""
        if self._thread is not None:
            return
        self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)
        self._thread.start()

    def hear(self, at: datetime | None) -> None:
        """Something is due at a moment: wake, unless it is awake before that anyway."""
        if at is not None and (self._sleeps_until is None or at < self._sleeps_until):
            self.bell.set()

    def ask(self) -> threading.Event:
        """Set once a turn has ended well that was begun after this; a loop that stands still, or
        stumbles, sets nothing."""
        asker = threading.Event()
        with self._guard:
            self._askers.append(asker)
        self.bell.set()
        return asker

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
                if (done := self._turn()) > 0:
                    self.stopping.wait(self._pause_after(done))
                    continue
                due = self.next_due()
                self._sleeps_until, seconds = due.at, due.seconds
            except LeftToOthers as reason:
                seconds = self._leave(reason.message)
            except Exception as fault:  # the loop must outlive whatever one turn raises
                log.error("the loop stumbled", loop=self.name, why=repr(fault))
                seconds = AFTER_A_FAULT
            self.bell.wait(seconds)

    def _pause_after(self, done: int) -> float:
        if self.most is not None and done >= self.most:
            return FULL_SECONDS
        return self.storm_seconds if done >= STORM else GATHER_SECONDS

    def _turn(self) -> int:
        with self._guard:
            askers, self._askers = self._askers, []
        done = self.once()
        for asker in askers:
            asker.set()
        return done

    def _leave(self, why: str) -> float:
        """Said once; a rolling upgrade may take its time."""
        if why != self._left:
            log.warning("left to nodes of another version", loop=self.name, why=why)
        self._left = why
        return WHILE_LEFT_TO_OTHERS
