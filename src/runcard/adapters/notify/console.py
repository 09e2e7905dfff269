"""A page on the terminal of the server, for a first look and for the log."""

import sys
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from runcard.adapters.plain_text import one_line, tidy
from runcard.domain.paging.model import Delivered, Message, Receipt, Retry
from runcard.domain.paging.ports import Http

AGAIN = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Console:
    """Prints each page as one block on the standard output of the server.

    It wakes nobody: use it beside a way that rings. A way of this kind needs any word as its
    address; it is printed as the name of whom the page is for.
    """

    kind: ClassVar[str] = "console"

    def send(self, message: Message, http: Http) -> Receipt:
        try:
            encoding = sys.stdout.encoding or "utf-8"
            block = shown(message).encode(encoding, "backslashreplace").decode(encoding)
            sys.stdout.write(block)
            sys.stdout.flush()
        except (OSError, ValueError, AttributeError, LookupError) as fault:
            return Retry(f"the console is closed: {fault}", after=AGAIN)
        return Delivered(reference=message.key)


def shown(message: Message) -> str:
    """The block. Titles come from outside, so nothing in them may steer the terminal."""
    mark = "PAGE" if message.urgent else "page"
    lines = [f"{mark} to {one_line(message.to)}: {one_line(message.title)}"]
    lines += [f"  {line}" for line in tidy(message.body).splitlines()]
    lines += [f"  Acknowledge: {one_line(message.ack_link)}"] if message.ack_link else []
    lines += [f"  Incident: {one_line(message.link)}"] if message.link else []
    return "\n".join(["", *lines, ""]) + "\n"


PLUGIN = Console
EXAMPLE = Console()
