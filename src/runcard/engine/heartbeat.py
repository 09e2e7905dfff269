"""Prove to an outside watcher that the pager itself lives: a post after each whole cycle, and
silence when any part of it stands still. Silence is what the watcher calls somebody for."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import wait
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

import structlog

from runcard.engine.loop import Due, Loop
from runcard.flows.house import ENGINE, House
from runcard.flows.pulse import LATE
from runcard.flows.tally import Counted
from runcard.kernel.errors import Unavailable
from runcard.ledgers.agenda.queries import engine_lag
from runcard.ledgers.agenda.store import nodes

log = structlog.get_logger()
EVERY_SECONDS = 30.0
# Under the period, so that a part that stops is noticed by the next heartbeat at the latest.
PATIENCE_SECONDS = 20.0
HEADERS = {"Content-Type": "application/json"}


@dataclass(slots=True)
class Heartbeat:
    """Asks each part for a turn before anything is posted."""

    house: House
    node_id: str
    urls: Sequence[str]
    loops: Sequence[Loop]
    hands_answer: Callable[[float], bool]
    every: float = EVERY_SECONDS
    patience: float = PATIENCE_SECONDS
    loop: Loop = field(init=False)
    _began: float = 0.0

    def __post_init__(self) -> None:
        self.loop = Loop("heartbeat", self.once, self._next)

    def once(self) -> int:
        """One cycle; returns 0, since there is never more at once."""
        self._began = time.monotonic()
        faults = list(self.faults())
        if faults:
            log.error("no heartbeat is sent", why="; ".join(faults))
            self.house.tally.count(Counted.HEARTBEATS, "withheld")
            return 0
        for url in self.urls:
            self._send(url)
        return 0

    def faults(self) -> Iterator[str]:
        """What stands still, or is late: the writer, the readers, what is due, the loops, the
        hands that send."""
        if self.house.quarantine.now is not None:
            yield "this database is a copy, and what was planned in it waits"
            return
        deadline = self._began + self.patience
        asked = [(loop.name, loop.ask()) for loop in self.loops]
        if not self._writes():
            yield "the writer stands still"
            return
        lag = self.house.read(engine_lag)
        if lag > LATE:
            yield f"something has been due for {lag // timedelta(seconds=1)} s"
        for name, turn in asked:
            if not turn.wait(max(deadline - time.monotonic(), 0.0)):
                yield f"the loop {name} stands still"
        if not self.hands_answer(max(deadline - time.monotonic(), 0.0)):
            yield "a hand that sends stands still"

    def _writes(self) -> bool:
        written = self.house.db.submit(partial(nodes.touch, node_id=self.node_id), ENGINE)
        done, _ = wait([written], self.patience)
        if not done:
            written.cancel()
            return False
        written.result()
        return True

    def _send(self, url: str) -> None:
        body = json.dumps({"from": "runcard", "node": self.node_id}).encode()
        try:
            answer = self.house.http.post(url, body, HEADERS)
            outcome = "sent" if answer.status < 300 else "refused"
        except Unavailable as fault:
            log.warning("a heartbeat did not arrive", why=fault.message)
            outcome = "unanswered"
        self.house.tally.count(Counted.HEARTBEATS, outcome)

    def _next(self) -> Due:
        return Due(None, max(self.every - (time.monotonic() - self._began), 0.0))
