"""Reads of the timeline."""

from dataclasses import dataclass

from runcard.db.work import Work
from runcard.kernel.permission import Permission, require
from runcard.ledgers.timeline import store
from runcard.ledgers.timeline.chain import Broken
from runcard.ledgers.timeline.model import Entry


@dataclass(frozen=True, slots=True)
class Verified:
    """What a walk over every chain found."""

    entries: int
    breaks: tuple[Broken, ...]


def story(work: Work, subject: str) -> list[Entry]:
    """The whole story of one subject, oldest first."""
    require(work.actor, Permission.READ)
    return store.read(work, subject)


def story_since(work: Work, subject: str, position: int) -> list[Entry]:
    """What was added after a position."""
    require(work.actor, Permission.READ)
    return store.since(work, subject, position)


def verified(work: Work) -> Verified:
    """Walk every chain from its beginning to its head."""
    require(work.actor, Permission.READ)
    return Verified(store.count(work), tuple(store.find_breaks(work)))
