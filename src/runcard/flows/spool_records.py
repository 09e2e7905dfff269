"""What waits in the spool for the database: posts, calls from memory, and answers."""

from datetime import datetime

import msgspec

from runcard.domain.alerts.model import Signal
from runcard.kernel.actor import Actor, Integration, Person
from runcard.kernel.ids import PageId
from runcard.kernel.permission import Permission

SENDERS = frozenset({Permission.INGEST})


class Post(msgspec.Struct, frozen=True, tag="post"):
    """One post, as it came."""

    source: str
    signals: list[Signal]

    @property
    def sender(self) -> Integration:
        """Whoever sent it."""
        return Integration(self.source, SENDERS)


class Called(msgspec.Struct, frozen=True, tag="called"):
    """Somebody was called from memory: what the link in the message stands for."""

    page_id: PageId
    person_id: str
    identity: str
    """Of the alert it was about."""
    group_key: str
    title: str


class Pressed(msgspec.Struct, frozen=True, tag="pressed"):
    """A link that acknowledges was pressed, and the database could not take it."""

    page_id: PageId


class Took(msgspec.Struct, frozen=True, tag="took"):
    """Somebody said that they have an incident, and the database could not take it."""

    ref: str
    by: str
    grants: tuple[Permission, ...]
    """What they were allowed to do when they said it."""
    through: str
    at: datetime

    @property
    def actor(self) -> Person:
        """Whoever said it, as they were then."""
        return Person(self.by, frozenset(self.grants))

    @property
    def told_through(self) -> str:
        """For the timeline, whose own moment is the one when the database was told."""
        return f"{self.through} at {self.at:%Y-%m-%d %H:%M:%S} UTC, while the database was away"


def took(actor: Actor, ref: str, through: str, at: datetime) -> Took:
    """The record of an acknowledgement."""
    grants = sorted(actor.grants, key=lambda grant: grant.value)
    return Took(ref, actor.label, tuple(grants), through, at)


Answer = Pressed | Took
Record = Post | Called | Answer
DECODER: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


def packed(record: Record) -> bytes:
    """As it stands in the spool."""
    return msgspec.json.encode(record)


def unpacked(words: bytes) -> Record:
    """The record again. Raises msgspec.DecodeError for what another build wrote otherwise."""
    return DECODER.decode(words)
