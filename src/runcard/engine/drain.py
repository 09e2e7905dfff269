"""What was kept while the database was away: who must hear of it now, and its way in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

import msgspec
import structlog

from runcard.engine.loop import Due, Loop
from runcard.flows.house import House
from runcard.flows.kept_is_set_aside import kept_is_set_aside
from runcard.flows.kept_is_told import kept_is_told
from runcard.flows.spool_records import Post, Record, packed, unpacked
from runcard.kernel.clock import Clock, SystemClock
from runcard.kernel.errors import Unavailable

log = structlog.get_logger()
LONGEST_SLEEP = 60.0
TRY_AGAIN = 1.0
MOST_TOGETHER = 200
"""Records in one unit."""


@dataclass(slots=True)
class Drain:
    """Wakes on everything that is kept, and tries the database each second while anything waits."""

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
        """Call whoever must hear of it, then try the database; returns how many records went in."""
        shelter = self.house.shelter
        if shelter is None:
            return 0
        shelter.wake(self.clock.now())
        done = 0
        try:
            for path, records in shelter.spool.drain():
                self._tell_all(records)
                shelter.spool.drop(path)
                shelter.are_told(records)
                done += len(records)
                log.info("the database is back; what was kept is told to it", records=len(records))
        except Unavailable:
            return 0
        if shelter.is_empty:
            shelter.is_over()
        return done

    def _tell_all(self, records: Sequence[bytes]) -> None:
        """Together; where that fails, each alone."""
        for together in in_groups(records, MOST_TOGETHER):
            try:
                told = [unpacked(words) for words in together]
                self.house.write(partial(kept_is_told, house=self.house, records=told))
            except Unavailable:
                raise
            except Exception as fault:  # what another build wrote, or a fault of ours
                log.error("what was kept is told piece by piece", why=repr(fault))
                for words in together:
                    self._tell_alone(words)

    def _tell_alone(self, words: bytes) -> None:
        """What nobody can take in keeps nothing else waiting, and somebody hears of it."""
        try:
            for record in singly(unpacked(words)):
                self._tell_or_set_aside(record)
        except msgspec.DecodeError as fault:
            kept_is_set_aside(self.house, words, fault)

    def _tell_or_set_aside(self, record: Record) -> None:
        try:
            if isinstance(record, Post):
                self.house.take_in_now(record.signals, record.sender)
            else:
                self.house.write(partial(kept_is_told, house=self.house, records=[record]))
        except Unavailable:
            raise
        except Exception as fault:
            log.error("something kept could not be told", why=repr(fault))
            kept_is_set_aside(self.house, packed(record), fault)

    def _next(self) -> Due:
        shelter = self.house.shelter
        waits = shelter is not None and not shelter.is_empty
        return Due(None, TRY_AGAIN if waits else LONGEST_SLEEP)


def in_groups(records: Sequence[bytes], most: int) -> Iterator[Sequence[bytes]]:
    """As they come, so many at once: a unit holds up everybody else who writes."""
    for start in range(0, len(records), most):
        yield records[start : start + most]


def singly(record: Record) -> Iterator[Record]:
    """A post of several alerts as posts of one."""
    if isinstance(record, Post):
        yield from (Post(record.source, [signal]) for signal in record.signals)
    else:
        yield record
