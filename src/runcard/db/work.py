"""One transaction, one instant, one actor: what every verb is a plain function of."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

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
    wakes_engine: bool = False
    heads: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Heads of chains this unit has read or moved: it holds their subjects, so they stay true."""
    touched: set[str] = field(default_factory=set)
    """Subjects whose timeline grew: whoever watches them is told after the commit."""

    def new_id(self, prefix: str) -> str:
        """The next id of this unit; the same one again when the unit is retried."""
        self.drawn += 1
        return sortable_id(prefix, self.now, self.seed + self.drawn)

    @contextmanager
    def acting(self, actor: Actor) -> Iterator[None]:
        """Go on as somebody else: what follows from an alert is done by Runcard itself."""
        before, self.actor = self.actor, actor
        try:
            yield
        finally:
            self.actor = before


Unit = Callable[[Work], T]
