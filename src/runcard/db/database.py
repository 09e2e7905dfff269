"""The database as the house uses it: submit, write, read, and be told when something changed."""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from runcard.db.dialect import server_micros
from runcard.db.engine import Engines
from runcard.db.metadata import from_micros
from runcard.db.waiting import Waiting
from runcard.db.work import Unit, Work
from runcard.db.writer import Committed, Writer
from runcard.kernel.actor import Actor
from runcard.kernel.clock import Clock, SystemClock
from runcard.kernel.errors import Unavailable
from runcard.kernel.ids import CHANCE_BITS

AWAY = "The database is away; what comes in is kept until it is back"
T = TypeVar("T")
Thing = TypeVar("Thing")
Many = Callable[[Work, Sequence[Thing]], Sequence[T]]


@dataclass(slots=True)
class Database:
    """Without a clock of its own, PostgreSQL's is asked, so that all nodes agree. It may be away
    when it is made, and is opened later; until then all that is asked of it raises Unavailable."""

    opened: Engines | None = None
    clock: Clock | None = None
    listeners: list[Callable[[Committed], None]] = field(default_factory=list)
    make_room: Callable[[], bool] = lambda: False
    """Asked when the disk under it is full."""
    node: str = field(default_factory=lambda: secrets.token_hex(8))
    """This process among those that share the database."""
    _writer: Writer | None = None

    @property
    def engines(self) -> Engines:
        """Raises Unavailable while it is away."""
        if self.opened is None:
            raise Unavailable(AWAY)
        return self.opened

    @property
    def is_open(self) -> bool:
        """Whether it takes work."""
        return self._writer is not None

    @property
    def waiting(self) -> int:
        """How many units nobody has begun yet."""
        return 0 if self._writer is None else self._writer.waiting

    def open(self, engines: Engines) -> None:
        """It is there now."""
        self.opened = engines
        self.start()

    def start(self) -> None:
        """Begin to take work."""
        self._writer = Writer(
            self.engines.writing,
            self._make_work,
            threads=self.engines.writers,
            shares_commits=self.engines.is_embedded,
            tell=self._tell,
            make_room=self.make_room,
            node=self.node,
        )
        self._writer.start()

    def submit(self, unit: Unit[T], actor: Actor) -> Future[T]:
        """The answer comes after the commit that holds it."""
        answer: Future[T] = Future()
        self._queue.put(Waiting(actor, run=unit, answer=answer))
        return answer

    def write(self, unit: Unit[T], actor: Actor) -> T:
        """Submit and wait."""
        return self.submit(unit, actor).result()

    async def answer(self, unit: Unit[T], actor: Actor) -> T:
        """Submit from an event loop; a commit wakes the loop once, whoever waits on it."""
        value: T = await self._await(Waiting(actor, run=unit))
        return value

    async def answer_set(
        self,
        together: Many[Thing, T],
        things: Sequence[Thing],
        actor: Actor,
        *,
        instead: Many[Thing, T] | None = None,
    ) -> Sequence[T]:
        """Like `answer`, joined with the sets of the same story that wait beside it. Where that
        story fails for a reason nobody foresaw, `instead` is told."""
        value: Sequence[T] = await self._await(
            Waiting(actor, run_many=together, things=things, instead=instead)
        )
        return value

    def write_set(
        self,
        together: Many[Thing, T],
        things: Sequence[Thing],
        actor: Actor,
        *,
        instead: Many[Thing, T] | None = None,
    ) -> Sequence[T]:
        """Like `write`, for a set."""
        answer: Future[Sequence[T]] = Future()
        waiting = Waiting(actor, run_many=together, things=things, instead=instead, answer=answer)
        self._queue.put(waiting)
        return answer.result()

    def read(self, unit: Unit[T], actor: Actor) -> T:
        """Run a query; it cannot change anything."""
        try:
            with self.engines.reading.connect() as tx:
                work = self._make_work(tx, Waiting(actor))
                found = unit(work)
                work.end()
                return found
        except DBAPIError as fault:
            raise Unavailable(f"The database does not answer: {fault.orig}") from None

    def rest(self) -> None:
        """Carry out what was accepted, and take no more."""
        if self._writer is not None:
            self._writer.close()

    def close(self) -> None:
        """Carry out what was accepted, then give everything back."""
        self.rest()
        if self.opened is not None:
            self.opened.close()

    @property
    def _queue(self) -> Writer:
        if self._writer is None:
            raise Unavailable(AWAY)
        return self._writer

    async def _await(self, waiting: Waiting) -> Any:
        waiting.loop = asyncio.get_running_loop()
        waiting.async_answer = waiting.loop.create_future()
        self._queue.put(waiting)
        return await waiting.async_answer

    def _make_work(self, tx: Connection, waiting: Waiting) -> Work:
        if waiting.now is None:
            waiting.now = self._instant(tx)
        if waiting.seed is None:
            waiting.seed = draw()
        return Work(tx, waiting.actor, waiting.now, waiting.seed)

    def _instant(self, tx: Connection) -> datetime:
        if self.clock is not None:
            return self.clock.now()
        micros = server_micros(tx)
        return SystemClock().now() if micros is None else from_micros(micros)

    def _tell(self, news: Committed) -> None:
        for listener in self.listeners:
            listener(news)


def draw() -> int:
    """The chance behind the ids of one unit."""
    return secrets.randbits(CHANCE_BITS)
