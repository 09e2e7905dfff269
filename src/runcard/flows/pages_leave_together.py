"""Pages leave together: what waits for one person by one way is one message, and not too often."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from runcard.db.work import Work
from runcard.domain.incidents.rules import WORST
from runcard.domain.paging import actions as paging
from runcard.domain.paging.queries import messages_telling
from runcard.domain.paging.throttle import (
    Calls,
    after_message,
    after_spared,
    free_at,
    is_spared,
)
from runcard.ledgers.agenda.model import Lease
from runcard.ledgers.agenda.rules import HOLD
from runcard.ledgers.agenda.store import destinations

MOST_TOLD = 500
"""A message that tells more would hold the one writer of SQLite for longer than a page may wait."""


@dataclass(frozen=True, slots=True)
class Together:
    """Leases whose pages are told by one message."""

    leases: tuple[Lease, ...]
    message: str | None = None
    """The key under which it was told before; None on the first try."""
    waiting: int = 0
    """How many more wait for the same person, and are told in their turn."""
    calls: Calls | None = None
    """What is known of the person's calls, if this one is a turn of theirs."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Who claims, which incident each lease is about, and whether anybody waits for a turn at
    all."""

    owner: str
    about: Mapping[Lease, tuple[str, int]]
    """The title and the rank of the incident; 0 is the worst."""
    is_throttled: bool = True


def pages_leave_together(work: Work, turn: Turn, leases: Sequence[Lease]) -> Iterator[Together]:
    """What leaves now of a claim. The rest is put back, and is due when its turn comes."""
    again = [lease for lease in leases if lease.attempt > 1]
    yield from as_before(work, again)
    bound: dict[str, list[Lease]] = {}
    for lease in leases:
        if lease.attempt == 1 and lease.job.destination is not None and turn.is_throttled:
            bound.setdefault(lease.job.destination, []).append(lease)
        elif lease.attempt == 1:
            yield Together((lease,))
    for where, theirs in bound.items():
        yield from in_turn(work, turn, where, theirs)


def as_before(work: Work, again: Sequence[Lease]) -> Iterator[Together]:
    """Another try tells what the first one told, and waits for nobody's turn."""
    told_by = messages_telling(work, [lease.job.key for lease in again]) if again else {}
    named = sorted(again, key=lambda lease: told_by.get(lease.job.key, lease.job.key))
    for message, theirs in groupby(named, lambda lease: told_by.get(lease.job.key, lease.job.key)):
        yield Together(tuple(theirs), message)


def in_turn(work: Work, turn: Turn, where: str, leases: list[Lease]) -> Iterator[Together]:
    """All that waits for a person by one way, if it is their turn; else what need not wait."""
    calls = paging.calls_held(work, where)
    at = free_at(calls, work.now)
    if at <= work.now:
        beside = destinations.claim_beside(work, where, turn.owner, work.now + HOLD, MOST_TOLD)
        then = free_at(after_message(calls, (), work.now), work.now)
        waiting = destinations.put_off(work, where, then)
        yield Together((*leases, *beside), waiting=waiting, calls=calls)
        return
    spared = [lease for lease in leases if need_not_wait(turn, calls, lease, work)][:1]
    destinations.give_back(work, [lease for lease in leases if lease not in spared], at)
    destinations.put_off(work, where, at)
    for lease in spared:
        paging.call_now(work, after_spared(calls, turn.about[lease][0], work.now))
        yield Together((lease,))


def need_not_wait(turn: Turn, calls: Calls, lease: Lease, work: Work) -> bool:
    """The worst level, and like nothing that was told."""
    title, rank = turn.about[lease]
    return rank == WORST and is_spared(calls, title, work.now)


def turn_is_taken(work: Work, together: Together, titles: Iterable[str]) -> None:
    """The person is called, about incidents of these titles."""
    if together.calls is not None:
        paging.call_now(work, after_message(together.calls, titles, work.now))
