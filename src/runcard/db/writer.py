"""Who writes, and how many units share a commit.

On SQLite one thread owns the one writing connection and puts everything that waits into one
commit, each unit behind its own savepoint. On PostgreSQL several threads take one unit each.
What arrives as a set (alerts) is joined with the sets of the same story that wait beside it,
and carried out one by one only if the joined set fails, so that a bad one hurts only itself.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from runcard.db.dialect import announce, is_over
from runcard.db.waiting import Outcome, Waiting, is_full, passing, plan_b, readable, refused, settle
from runcard.db.work import Work, earliest
from runcard.kernel.actor import Actor
from runcard.kernel.errors import Unavailable

MOST_UNITS = 64
# A set above this would hold the writer long enough for a page to notice.
MOST_SIGNALS = 5000
MOST_TRIES = 5
# While many write at once, a commit waits this long for as many as the last one had.
GATHER_SECONDS = 0.003
# Of the threads that write to PostgreSQL: what waits for them becomes one set, which costs less.
HANDS_FOR_SETS = 2


class MakesWork(Protocol):
    """Draws the instant and the seed of a unit inside an open transaction."""

    def __call__(self, tx: Connection, waiting: "Waiting") -> Work: ...


@dataclass(frozen=True, slots=True)
class Committed:
    """What a commit brought, for those who wake up on it."""

    touched: frozenset[str]
    job_at: datetime | None = None
    timer_at: datetime | None = None

    @property
    def is_news(self) -> bool:
        """Whether anybody has to look again."""
        return bool(self.touched) or self.job_at is not None or self.timer_at is not None


@dataclass(slots=True)
class Writer:
    """The queue before the database and the threads behind it."""

    engine: Engine
    make_work: MakesWork
    threads: int
    shares_commits: bool
    tell: Callable[[Committed], None]
    make_room: Callable[[], bool]
    """Asked when the disk is full; whether it is worth another try."""
    node: str = ""
    """Who tells other nodes of its commits."""
    _queue: deque[Waiting] = field(default_factory=deque)
    _bell: threading.Condition = field(default_factory=threading.Condition)
    _closing: bool = False
    _company: int = 1
    _sets_in_hand: int = 0
    _hands: list[threading.Thread] = field(default_factory=list)

    def start(self) -> None:
        """Start the writing threads."""
        for number in range(self.threads):
            hand = threading.Thread(target=self._work, name=f"writer-{number}", daemon=True)
            self._hands.append(hand)
            hand.start()

    def put(self, waiting: Waiting) -> None:
        """Queue a unit; raises Unavailable once the house is closing."""
        with self._bell:
            if self._closing:
                raise Unavailable("Runcard is stopping; send it again in a moment")
            self._queue.append(waiting)
            if self._is_awaited(waiting):
                self._bell.notify()

    def _is_awaited(self, waiting: Waiting) -> bool:
        """Who gathers is woken by the first and by the last it waits for, not by each; hands that
        may take no set, by none."""
        if self.shares_commits:
            return len(self._queue) == 1 or len(self._queue) >= self._company
        return waiting.run_many is None or self._sets_in_hand < HANDS_FOR_SETS

    @property
    def waiting(self) -> int:
        """How many units nobody has begun yet."""
        return len(self._queue)

    def close(self) -> None:
        """Carry out what was accepted, then stop."""
        with self._bell:
            self._closing = True
            self._bell.notify_all()
        for hand in self._hands:
            hand.join()

    def _work(self) -> None:
        take = self._take_all if self.shares_commits else self._take_one_story
        while taken := take():
            try:
                outcomes = self._commit(taken)
            except Exception as fault:  # the writer outlives anything one commit can raise
                outcomes = [Outcome(waiting, fault=readable(fault)) for waiting in taken]
            self._put_down(taken)
            settle(outcomes)

    def _take_all(self) -> list[Waiting]:
        """Whatever waits, as one commit; nothing once all is done and the house is closing."""
        with self._bell:
            while not self._queue and not self._closing:
                self._bell.wait()
            if not self._queue:
                return []
            # Those answered by the last commit are about to ask again: let them come in.
            if self._company > 1:
                self._bell.wait_for(lambda: len(self._queue) >= self._company, GATHER_SECONDS)
            most = min(len(self._queue), MOST_UNITS)
            self._company = most
            return [self._queue.popleft() for _ in range(most)]

    def _take_one_story(self) -> list[Waiting]:
        """The next unit, and the sets that can share its statements. While enough hands carry sets,
        the others that come are left to gather."""
        with self._bell:
            while (first := self._next()) is None:
                if self._closing and not self._queue:
                    return []
                self._bell.wait()
            self._queue.remove(first)
            if first.run_many is None:
                return [first]
            self._sets_in_hand += 1
            return [first, *self._same_story(first)]

    def _next(self) -> Waiting | None:
        if self._sets_in_hand < HANDS_FOR_SETS:
            return self._queue[0] if self._queue else None
        return next((one for one in self._queue if one.run_many is None), None)

    def _put_down(self, taken: list[Waiting]) -> None:
        if not self.shares_commits and taken[0].run_many is not None:
            with self._bell:
                self._sets_in_hand -= 1
                self._bell.notify()

    def _same_story(self, first: Waiting) -> list[Waiting]:
        """The sets that wait with this one."""
        beside = [w for w in self._queue if w.run_many is first.run_many][: MOST_UNITS - 1]
        for waiting in beside:
            self._queue.remove(waiting)
        return beside

    def _commit(self, taken: list[Waiting]) -> list[Outcome]:
        for _ in range(MOST_TRIES - 1):
            try:
                return self._commit_once(taken)
            except DBAPIError as fault:
                if not passing(fault) and not (is_full(fault) and self.make_room()):
                    raise
        return self._commit_once(taken)

    def _commit_once(self, taken: list[Waiting]) -> list[Outcome]:
        groups = stories(taken)
        if len(groups) == 1:
            return self._commit_alone(groups[0])
        try:
            return self._commit_together(groups)
        except DBAPIError as fault:
            if passing(fault) or is_full(fault):
                raise
            return [outcome for together in groups for outcome in self._commit(together)]

    def _commit_together(self, groups: list[list[Waiting]]) -> list[Outcome]:
        """Several stories, each behind a savepoint. What ends the transaction itself ends it for
        all of them, whatever was said of those before."""
        done: list[Work] = []
        outcomes: list[Outcome] = []
        with self.engine.begin() as tx:
            for together in groups:
                outcomes += self._run(tx, together, done)
            news = self._announced(tx, done)
        self._tell(news)
        return outcomes

    def _commit_alone(self, together: list[Waiting]) -> list[Outcome]:
        """A commit of one story needs no savepoint: the transaction itself is one."""
        try:
            with self.engine.begin() as tx:
                work = self.make_work(tx, together[0])
                outcomes = run_together(work, together)
                news = self._announced(tx, [work])
        except Exception as fault:
            if passing(fault) or is_full(fault):
                raise
            if len(together) == 1:
                other = plan_b(together[0], fault)
                return self._commit([other]) if other else [refused(together[0], fault)]
            return [outcome for alone in together for outcome in self._commit([alone])]
        self._tell(news)
        return outcomes

    def _run(self, tx: Connection, together: list[Waiting], done: list[Work]) -> list[Outcome]:
        """Run units of one story behind a savepoint; if they fail together, each alone."""
        work = self.make_work(tx, together[0])
        try:
            with tx.begin_nested():
                outcomes = run_together(work, together)
        except Exception as fault:
            if passing(fault) or is_full(fault) or is_over(tx):
                raise
            if len(together) == 1:
                other = plan_b(together[0], fault)
                return self._run(tx, [other], done) if other else [refused(together[0], fault)]
            return [outcome for alone in together for outcome in self._run(tx, [alone], done)]
        done.append(work)
        return outcomes

    def _announced(self, tx: Connection, done: list[Work]) -> Committed:
        """What this commit will have brought; other nodes hear of it with the commit."""
        news = Committed(
            frozenset().union(*(work.touched for work in done)),
            earliest(*(work.job_at for work in done)),
            earliest(*(work.timer_at for work in done)),
        )
        if news.is_news:
            announce(tx, self.node)
        return news

    def _tell(self, news: Committed) -> None:
        if news.is_news:
            self.tell(news)


def stories(taken: list[Waiting]) -> list[list[Waiting]]:
    """Units in order of arrival, neighbouring sets of one story and one actor joined."""
    joined: list[list[Waiting]] = []
    open_sets: dict[tuple[int, Actor], list[Waiting]] = {}
    for waiting in taken:
        key = (id(waiting.run_many), waiting.actor)
        together = open_sets.get(key) if waiting.run_many else None
        if together and sum(len(w.things) for w in together) < MOST_SIGNALS:
            together.append(waiting)
            continue
        joined.append([waiting])
        if waiting.run_many:
            open_sets[key] = joined[-1]
    return joined


def run_together(work: Work, together: list[Waiting]) -> list[Outcome]:
    """Carry out one unit, or one joined set, and deal its answers back to the callers."""
    first = together[0]
    if first.run is not None:
        value = first.run(work)
        work.end()
        return [Outcome(first, value=value)]
    assert first.run_many is not None
    answers = list(first.run_many(work, [thing for w in together for thing in w.things]))
    work.end()
    outcomes = []
    for waiting in together:
        share, answers = answers[: len(waiting.things)], answers[len(waiting.things) :]
        outcomes.append(Outcome(waiting, value=share))
    return outcomes
