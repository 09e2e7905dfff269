"""What waits in the spool for the database: posts, calls from memory, and answers."""

import msgspec

from runcard.domain.alerts.model import Signal
from runcard.kernel.actor import Integration
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


Record = Post | Called | Pressed
DECODER: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


def packed(record: Record) -> bytes:
    """As it stands in the spool."""
    return msgspec.json.encode(record)


def unpacked(words: bytes) -> Record:
    """The record again. Raises msgspec.DecodeError for what another build wrote otherwise."""
    return DECODER.decode(words)
