"""What this room needs from outside: ways a message leaves, and HTTP to leave by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from runcard.domain.paging.model import Message, Receipt


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    status: int
    body: bytes = b""


class Http(Protocol):
    """Raises Unavailable when no answer came: refused, reset, too slow, unreadable."""

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer: ...


class Notifier(Protocol):
    """Never raises: what went wrong is a receipt."""

    kind: ClassVar[str]

    def send(self, message: Message, http: Http) -> Receipt: ...
