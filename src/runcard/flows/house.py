"""What a story needs that touches the outside: the database, the cards, the ways out."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

import structlog

from runcard.db.database import Database, Many
from runcard.db.room import Reserve, Room
from runcard.db.work import Unit
from runcard.db.writer import Committed
from runcard.domain.access.actions import KEYS_CHANGED
from runcard.domain.access.known_visitors import KnownVisitors
from runcard.domain.alerts.model import Kept, Recorded, Signal
from runcard.domain.incidents.model import OURSELVES
from runcard.domain.paging.ports import Http, Notifier
from runcard.domain.playbooks.repository import Library
from runcard.flows.alerts_arrive import (
    alerts_arrive,
    alerts_arrive_unjudged,
    is_urgent,
    unreadable_signal,
)
from runcard.flows.bell import Bell
from runcard.flows.ceiling import Ceiling
from runcard.flows.crowd import Crowd
from runcard.flows.database_is_away import Shelter
from runcard.flows.deck import Deck
from runcard.flows.links import Links
from runcard.flows.quarantine import Quarantine
from runcard.flows.tally import Counted, Tally
from runcard.kernel.actor import Actor, Engine
from runcard.kernel.clock import Clock, SystemClock
from runcard.kernel.errors import Overloaded, Unavailable

log = structlog.get_logger()
# A sender waits ten seconds or more; the spool must have answered by then.
PATIENCE_SECONDS = 3.0
ONLY_THE_WORST = (
    "Runcard's disk is full, and what is left is kept for alerts of the worst level; make room and "
    "send it again"
)
TOO_MANY = "More comes at once than can be written down; send it again in a moment"
T = TypeVar("T")
Thing = TypeVar("Thing")
ENGINE = Engine()


@dataclass(slots=True)
class House:
    """Built once, in app.py."""

    db: Database
    deck: Deck
    notifiers: Mapping[str, Notifier]
    http: Http
    base_url: str
    links: Links
    bell: Bell = field(default_factory=Bell)
    library: Library | None = None
    """Where the documents stand; None where they were handed in."""
    shelter: Shelter | None = None
    """Where alerts wait while the database is away."""
    reserve: Reserve | None = None
    """Room on the disk for what must still be written when there is none."""
    tally: Tally = field(default_factory=Tally)
    crowd: Crowd = field(default_factory=Crowd)
    ceiling: Ceiling = field(default_factory=Ceiling)
    quarantine: Quarantine = field(default_factory=Quarantine)
    throttles_pages: bool = False
    """Whether pages that come close together leave as one message; see `paging/throttle.py`."""
    visitors: KnownVisitors = field(default_factory=KnownVisitors)
    _spooling: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="spool")
    )
    _arrive: Many[Signal, Recorded] = field(init=False)
    _unjudged: Many[Signal, Recorded] = field(init=False)

    def __post_init__(self) -> None:
        # One function object for all, so that posts that wait together become one set.
        self._arrive = partial(
            alerts_arrive, deck=self.deck, ceiling=self.ceiling, quarantine=self.quarantine
        )
        self._unjudged = partial(
            alerts_arrive_unjudged, deck=self.deck, ceiling=self.ceiling, quarantine=self.quarantine
        )
        self.db.listeners.append(self._hear)

    @property
    def clock(self) -> Clock:
        """For while the database cannot be asked, which tells the time otherwise."""
        return self.db.clock or SystemClock()

    def _hear(self, news: Committed) -> None:
        """Called after every commit; tokens may have been revoked in it."""
        if KEYS_CHANGED in news.touched:
            self.visitors.forget(news.touched)

    def write(self, unit: Unit[T]) -> T:
        """Do it as Runcard itself."""
        return self.db.write(unit, ENGINE)

    def write_set(self, together: Many[Thing, T], things: Sequence[Thing]) -> Sequence[T]:
        """Do it as Runcard itself, joined with the sets of the same story that wait beside it."""
        return self.db.write_set(together, things, ENGINE)

    def read(self, unit: Unit[T]) -> T:
        """Look it up as Runcard itself."""
        return self.db.read(unit, ENGINE)

    async def take_in(
        self, signals: Sequence[Signal], actor: Actor
    ) -> Sequence[Recorded] | Sequence[Kept]:
        """What became of each signal, after the commit that holds them all; or that it is on disk
        and waits for the database."""
        await self._turn_a_crowd_away(signals)
        shelter = self.shelter
        if shelter is None:
            return await self._commit(signals, actor)
        if self.is_short_of_room and not self._is_urgent(signals):
            raise Unavailable(ONLY_THE_WORST)
        if shelter.is_empty:
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    return await self._commit(signals, actor)
            except (Unavailable, TimeoutError) as fault:
                log.error("the database is away; alerts go to the spool", why=str(fault))
        return await self.into_spool(partial(shelter.keep, actor.label, signals))

    async def into_spool(self, keep: Callable[[], T]) -> T:
        """In a thread of its own: all others may wait for a database that does not answer."""
        return await asyncio.get_running_loop().run_in_executor(self._spooling, keep)

    async def _turn_a_crowd_away(self, signals: Sequence[Signal]) -> None:
        """Raises Overloaded where more comes than can be written down, and nothing of it is of the
        worst level."""
        source = signals[0].source if signals else OURSELVES
        is_turned_away = self.crowd.is_too_dense(self.db.waiting) and not self._is_urgent(signals)
        news = self.crowd.turn_away(source) if is_turned_away else self.crowd.let_in(source)
        if news is not None:
            await self._commit([news], ENGINE)
        if is_turned_away:
            raise Overloaded(TOO_MANY)

    def _is_urgent(self, signals: Sequence[Signal]) -> bool:
        return any(is_urgent(signal, self.deck) for signal in signals)

    @property
    def is_short_of_room(self) -> bool:
        """Whether what is written now is written into the reserve."""
        return self.reserve is not None and self.reserve.room in {Room.SHORT, Room.NONE}

    async def _commit(self, signals: Sequence[Signal], actor: Actor) -> Sequence[Recorded]:
        recorded = await self.db.answer_set(self._arrive, signals, actor, instead=self._unjudged)
        self.tally.count_each(Counted.ALERTS, [one.fold.value for one in recorded])
        return recorded

    def take_in_now(self, signals: Sequence[Signal], actor: Actor) -> Sequence[Recorded]:
        """The same, for a caller without an event loop."""
        return self.db.write_set(self._arrive, signals, actor, instead=self._unjudged)

    async def unreadable(self, source: str, why: str, actor: Actor) -> None:
        """A key that is known sends what we cannot read: somebody must hear of it."""
        await self.take_in([unreadable_signal(source, why)], actor)
