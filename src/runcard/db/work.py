"""One transaction, one instant, one actor: what every verb is a plain function of."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection

from runcard.kernel.actor import Actor
from runcard.kernel.ids import sortable_id

T = TypeVar("T")


@dataclass(slots=True)
class Work:
    """`now` and `seed` are drawn before the function runs, so a retry sees the same ones."""

    tx: Connection
    actor: Actor
    now: datetime
    seed: int
    drawn: int = 0
    job_at: datetime | None = None
    timer_at: datetime | None = None
    """The earliest job and timer that this unit put down: who would sleep past one is woken."""
    heads: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Heads of chains this unit has read or moved: it holds their subjects, so they stay true."""
    lasts: list[Callable[["Work"], None]] = field(default_factory=list)
    told: list[tuple[str, str, Any]] = field(default_factory=list)
    """What goes onto timelines when this unit ends: subject, by whom, and the event."""
    touched: set[str] = field(default_factory=set)
    """Subjects whose timeline grew: whoever watches them is told after the commit."""

    def new_id(self, prefix: str) -> str:
        """The next id of this unit; the same one again when the unit is retried."""
        self.drawn += 1
        return sortable_id(prefix, self.now, self.seed + self.drawn)

    def job_is_ready(self, at: datetime) -> None:
        """Something must be carried outside at a moment."""
        self.job_at = earliest(self.job_at, at)

    def timer_is_armed(self, at: datetime) -> None:
        """Something must be decided at a moment."""
        self.timer_at = earliest(self.timer_at, at)

    def at_the_end(self, last: Callable[["Work"], None]) -> None:
        """Do this as the last of the unit, once, however often it is asked for."""
        if last not in self.lasts:
            self.lasts.append(last)

    def end(self) -> None:
        """What waited for the end of the unit."""
        while self.lasts:
            self.lasts.pop(0)(self)

    @contextmanager
    def acting(self, actor: Actor) -> Iterator[None]:
        """Go on as somebody else: what follows from an alert is done by Runcard itself."""
        before, self.actor = self.actor, actor
        try:
            yield
        finally:
            self.actor = before


def earliest(*moments: datetime | None) -> datetime | None:
    """The first of the moments that there are."""
    return min((moment for moment in moments if moment is not None), default=None)


Unit = Callable[[Work], T]
