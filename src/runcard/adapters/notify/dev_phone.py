"""A telephone on a web page, for a demonstration and for tests of one's own playbook."""

from dataclasses import dataclass
from typing import ClassVar

from runcard.domain.paging.model import Delivered, Message, Receipt
from runcard.domain.paging.ports import Http


@dataclass(frozen=True, slots=True)
class DevPhone:
    """Shows each page on a web page of Runcard itself, exactly as it was sent.

    The message is kept with its attempt before it is sent, and the page at `/phone` reads it
    there; so there is nothing left to send. It wakes nobody: it never replaces a way that rings.
    """

    kind: ClassVar[str] = "dev_phone"

    def send(self, message: Message, http: Http) -> Receipt:
        return Delivered(reference=message.key)


PLUGIN = DevPhone
EXAMPLE = DevPhone()
