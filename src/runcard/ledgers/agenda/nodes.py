"""Who carries the agenda out: the nodes, which halves each runs, and when one counts as gone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

BEAT_EVERY = timedelta(seconds=5)
# Longer than a lease: what a node held is in other hands by the time we call it gone.
GONE_AFTER = timedelta(seconds=20)
# One that went without a word is shown for a day, so that somebody sees it.
FORGOTTEN_AFTER = timedelta(days=1)


class Half(Enum):
    """What a node runs."""

    ENGINE = "engine"
    DOORS = "doors"


@dataclass(frozen=True, slots=True)
class Node:
    """One process, by the id under which it holds leases. Moments are the database's."""

    id: str
    name: str
    version: str
    runs: tuple[Half, ...]
    started_at: datetime
    heartbeat_at: datetime


def silent_for(node: Node, now: datetime) -> timedelta:
    """How long nothing was heard of it."""
    return max(now - node.heartbeat_at, timedelta(0))


def lives(node: Node, now: datetime) -> bool:
    """Whether it was heard of lately."""
    return silent_for(node, now) <= GONE_AFTER
