"""Ways out that hold a message as long as the test wants, or break."""

import threading
from dataclasses import dataclass, field
from datetime import timedelta
from typing import ClassVar

from runcard.domain.paging.model import Delivered, Message, Receipt, Retry
from runcard.domain.paging.ports import Http


@dataclass(slots=True)
class SlowNotifier:
    """Holds every message until it is let go, and knows how many it held at most."""

    kind: ClassVar[str] = "dev_phone"

    go: threading.Event = field(default_factory=threading.Event)
    sent: list[Message] = field(default_factory=list)
    held: int = 0
    most_held: int = 0
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def send(self, message: Message, http: Http) -> Receipt:
        with self._guard:
            self.held += 1
            self.most_held = max(self.most_held, self.held)
        self.go.wait(30.0)
        with self._guard:
            self.held -= 1
            self.sent.append(message)
        return Delivered(message.key)


@dataclass(slots=True)
class BrokenNotifier:
    """Somebody's plug-in that raises, which it must not."""

    kind: ClassVar[str] = "dev_phone"

    tries: int = 0

    def send(self, message: Message, http: Http) -> Receipt:
        self.tries += 1
        raise RuntimeError("a plug-in fell over")


BUSY = Retry("the gateway is busy", after=timedelta(seconds=1))
