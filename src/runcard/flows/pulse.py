"""How Runcard itself is: which nodes live, how late the engine is, what waits."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from runcard.db.room import Room
from runcard.db.work import Work
from runcard.domain.incidents.queries import how_many_open
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda.model import Quarantined
from runcard.ledgers.agenda.nodes import Half, Node, lives
from runcard.ledgers.agenda.queries import Load, load, nodes_known
from runcard.ledgers.agenda.store import quarantine

# Nothing is late by design: what is due is done within a second. This much is a fault.
LATE = timedelta(seconds=60)


class Condition(Enum):
    """In one word."""

    OK = "ok"
    LATE = "late"
    QUARANTINE = "quarantine"
    NO_ENGINE = "no engine"
    STORAGE_FULL = "critical: storage full"
    STORAGE_REFUSES = "critical: storage refuses writes"


@dataclass(frozen=True, slots=True)
class Pulse:
    """As the database knows it at one moment, and so the same from every node; only the room on
    the disk is this node's own."""

    now: datetime
    nodes: tuple[Node, ...]
    load: Load
    open_incidents: int
    room: Room = Room.ENOUGH
    quarantine: Quarantined | None = None

    @property
    def condition(self) -> Condition:
        if self.room is Room.REFUSED:
            return Condition.STORAGE_REFUSES
        if self.room is not Room.ENOUGH:
            return Condition.STORAGE_FULL
        if not any(lives(node, self.now) and Half.ENGINE in node.runs for node in self.nodes):
            return Condition.NO_ENGINE
        if self.load.lag > LATE:
            return Condition.LATE
        return Condition.OK if self.quarantine is None else Condition.QUARANTINE


def take_pulse(work: Work, room: Room = Room.ENOUGH) -> Pulse:
    """Nothing of any incident is told, only how many there are."""
    require(work.actor, Permission.READ)
    nodes, still = tuple(nodes_known(work)), quarantine.look(work)
    return Pulse(work.now, nodes, load(work), how_many_open(work), room, still)
