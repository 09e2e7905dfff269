"""Stand-ins for the outside world that remember what they were given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from runcard.domain.paging.model import Delivered, Message, Receipt
from runcard.domain.paging.ports import Answer, Http


@dataclass(slots=True)
class FakeHttp:
    """Answers every post alike."""

    answer: Answer = field(default_factory=lambda: Answer(200))
    posted: list[tuple[str, bytes, Mapping[str, str]]] = field(default_factory=list)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        self.posted.append((url, body, headers))
        return self.answer


@dataclass(slots=True)
class FakeNotifier:
    """Keeps every message; gives the receipts it was told to, then says delivered."""

    kind: ClassVar[str] = "dev_phone"

    sent: list[Message] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)

    def send(self, message: Message, http: Http) -> Receipt:
        self.sent.append(message)
        return self.receipts.pop(0) if self.receipts else Delivered(message.key)
