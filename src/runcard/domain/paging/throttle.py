"""How often one person is called by one way. What comes sooner waits, and leaves with the others.

Somebody who is called two hundred times in a minute acknowledges blindly, or not at all. The
first message leaves at once; what follows is gathered, for longer and longer, and one message tells
all of it. Within a quarter of an hour that is six messages, and two of the reserve.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

GAPS = tuple(timedelta(seconds=each) for each in (5, 25, 60, 150, 300, 360))
"""How long it is silent after the first, second, ... message in a row."""
PAUSE = timedelta(minutes=15)
"""After this long without a message counting begins anew, and the reserve is whole again."""
RESERVE = 2
"""Messages that need not wait: for an incident of the worst level that is like none told before."""
SOON = timedelta(seconds=5)
"""A turn that comes this soon is waited for; the reserve is not touched."""
MOST_REMEMBERED = 40
LONGEST_NAME = 8


@dataclass(frozen=True, slots=True)
class Calls:
    """The messages that have left for one person by one way."""

    destination: str
    in_a_row: int = 0
    last_at: datetime | None = None
    spared: int = 0
    """How many of them were taken from the reserve."""
    spared_at: datetime | None = None
    told: tuple[str, ...] = ()
    """What kinds of incidents were told in this row, the newest last."""


def destination_of(person_id: str, step: int) -> str:
    """One way of one person, by its place in their plan."""
    return f"{person_id}:{step}"


def kind_of(title: str) -> str:
    """Alike for titles that differ only in words that hold a figure: hosts, numbers, moments."""
    words = [word for word in title.lower().split() if not any(map(str.isdigit, word))]
    return sha256(" ".join(words[:LONGEST_NAME]).encode()).hexdigest()[:12]


def is_long_ago(at: datetime, now: datetime) -> bool:
    """After a pause. What lies ahead was written before the clock was set back: nobody waits for
    it."""
    return at > now or now - at >= PAUSE


def free_at(calls: Calls, now: datetime) -> datetime:
    """When the next message may leave: at once after a pause, else after the gap."""
    if calls.last_at is None or is_long_ago(calls.last_at, now):
        return now
    gap = GAPS[min(calls.in_a_row, len(GAPS)) - 1]
    return max(now, calls.last_at + gap)


def is_spared(calls: Calls, title: str, now: datetime) -> bool:
    """Whether an incident of the worst level, by its title, need not wait for the next turn: it is
    no part of the storm, the turn is far, and the reserve is not spent."""
    is_whole = calls.spared_at is None or is_long_ago(calls.spared_at, now)
    is_far = free_at(calls, now) - now > SOON
    return is_far and kind_of(title) not in calls.told and (is_whole or calls.spared < RESERVE)


def after_message(calls: Calls, titles: Iterable[str], now: datetime) -> Calls:
    """A message leaves in its turn."""
    is_new = calls.last_at is None or is_long_ago(calls.last_at, now)
    known = () if is_new else calls.told
    return replace(
        calls,
        in_a_row=1 if is_new else calls.in_a_row + 1,
        last_at=now,
        told=remembered(known, titles),
    )


def after_spared(calls: Calls, title: str, now: datetime) -> Calls:
    """One is taken from the reserve; the turn of the others stays as it was."""
    is_new = calls.spared_at is None or is_long_ago(calls.spared_at, now)
    return replace(
        calls,
        spared=1 if is_new else calls.spared + 1,
        spared_at=now,
        told=remembered(calls.told, [title]),
    )


def remembered(told: Iterable[str], titles: Iterable[str]) -> tuple[str, ...]:
    """Each kind once, the newest last."""
    kinds = dict.fromkeys(told)
    for title in titles:
        kind = kind_of(title)
        kinds.pop(kind, None)
        kinds[kind] = None
    return tuple(kinds)[-MOST_REMEMBERED:]
