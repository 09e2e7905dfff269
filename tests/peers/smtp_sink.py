"""A loopback mail server that keeps every message it is sent."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.peers.process import free_port


@dataclass(frozen=True, slots=True)
class Mail:
    """One message and the envelope it came in."""

    sender: str
    recipients: tuple[str, ...]
    message: EmailMessage

    @property
    def text(self) -> str:
        """The plain-text part."""
        part = self.message.get_body(("plain",))
        return "" if part is None else str(part.get_content())


class SmtpSink:
    """Accepts mail for everybody; can refuse the next messages with a given answer."""

    host = "127.0.0.1"

    def __init__(self) -> None:
        self.port = free_port()
        self._changed = threading.Condition()
        self._mails: list[Mail] = []
        self._refusals: list[str] = []
        self._controller = Controller(self, hostname=self.host, port=self.port)
        self._controller.start()

    @property
    def mails(self) -> list[Mail]:
        with self._changed:
            return list(self._mails)

    def refuse_next_with(self, *answers: str) -> None:
        """Answers such as "451 try later" for the next messages, in order."""
        with self._changed:
            self._refusals.extend(answers)

    def wait_for(
        self, wanted: Callable[[Mail], bool], count: int = 1, within: float = 30.0
    ) -> list[Mail]:
        """Those that fit, once there are `count` of them; fails the test if that takes too long."""
        with self._changed:
            there = self._changed.wait_for(lambda: len(self._fitting(wanted)) >= count, within)
            seen = [mail.message["Subject"] for mail in self._mails]
            assert there, f"waited {within:g} s for {count} mail(s); came: {seen}"
            return self._fitting(wanted)

    def close(self) -> None:
        self._controller.stop()

    async def handle_DATA(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """What aiosmtpd calls when a message is complete."""
        with self._changed:
            if self._refusals:
                return self._refusals.pop(0)
            self._mails.append(opened(envelope))
            self._changed.notify_all()
        return "250 kept"

    def _fitting(self, wanted: Callable[[Mail], bool]) -> list[Mail]:
        return [mail for mail in self._mails if wanted(mail)]


def opened(envelope: Envelope) -> Mail:
    content = cast(bytes, envelope.original_content)
    message = message_from_bytes(content, _class=EmailMessage, policy=policy.default)
    return Mail(envelope.mail_from or "", tuple(envelope.rcpt_tos), message)


@pytest.fixture
def smtp_sink() -> Iterator[SmtpSink]:
    """Somewhere for e-mail to go."""
    sink = SmtpSink()
    yield sink
    sink.close()
