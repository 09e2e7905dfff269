"""Pages that are due while nothing can be written down: they leave all the same."""

import threading
from dataclasses import dataclass, field
from functools import partial

import structlog

from runcard.domain.paging.model import Receipt
from runcard.flows.house import House
from runcard.flows.page_is_due import Sending, due_pages, send

log = structlog.get_logger()


@dataclass(slots=True)
class Unwritten:
    """Where this process alone has the database, nobody else can be sending them. What became of
    each is remembered until it can be written down; after a crash it is sent again under the same
    key."""

    house: House
    _receipts: dict[str, Receipt] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def send_due(self, most: int) -> int:
        """Each once; returns how many were sent. Raises Unavailable when nothing can be read
        either."""
        if not self.house.db.engines.is_embedded:
            return 0
        known = frozenset(self._receipts)
        due = self.house.read(partial(due_pages, house=self.house, most=most, but=known))
        for sending in due:
            self._send(sending)
        return len(due)

    def _send(self, sending: Sending) -> None:
        key = sending.lease.job.key
        receipt = send(self.house, sending)
        log.warning("a page left that could not be written down", key=key, receipt=str(receipt))
        with self._guard:
            self._receipts[key] = receipt

    def receipt_of(self, sending: Sending) -> Receipt | None:
        """What became of it, told once; None for a page that has not left yet."""
        with self._guard:
            return self._receipts.pop(sending.lease.job.key, None)
