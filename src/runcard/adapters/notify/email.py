"""A page as an e-mail, through one's own SMTP server."""

import re
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, parseaddr
from hashlib import sha256
from threading import Timer
from typing import Any, ClassVar

from runcard.adapters.plain_text import one_line, tidy, token
from runcard.domain.paging.model import Delivered, Message, Receipt, Refused, Retry
from runcard.domain.paging.ports import Http
from runcard.kernel.errors import Invalid
from runcard.kernel.secret import Secret

# Together under the 15 s for which a worker holds a job.
CONNECT = 4.0
TALK = 10.0
AGAIN = timedelta(seconds=15)
GREETED = 220
PERMANENT = 500
TLS_FROM_THE_START = 465
LONGEST_BODY = 20_000
ADDRESS = re.compile(
    r"[^\s@<>()\[\]\\,;:\"\x00-\x20\x7f]{1,64}@[^\s@<>()\[\]\\,;:\"\x00-\x20]{1,190}"
)
# Seven bits, so that no server on the way can spoil a letter.
LETTER = SMTP.clone(cte_type="7bit")


@dataclass(frozen=True, slots=True)
class Email:
    """Sends each page as a plain-text e-mail through an SMTP server.

    The address of a way of this kind is an e-mail address. Every try of the same page carries the
    same `Message-ID`, and the pages of one incident refer to one another, so that a mail program
    shows a page once and an incident as one thread.

    A server that answers 4xx, is away or is too slow is tried again; after 5xx, or when its
    certificate is not to be trusted, the next way is tried at once.
    """

    kind: ClassVar[str] = "email"

    host: str
    """The SMTP server."""
    sender: str
    """Whom the mail is from: `pager@ops.example` or `Pager <pager@ops.example>`."""
    port: int = 587
    """On port 465 the line is encrypted from the start."""
    username: str | None = None
    """Only if the server asks for one."""
    password: Secret | None = None
    starttls: bool = True
    """Encrypts the line before anything is said. Turn it off only for a relay on this machine."""

    def __post_init__(self) -> None:
        if not ADDRESS.fullmatch(self.sender_address):
            raise Invalid("sender: it must be an e-mail address", where="sender")
        if bool(self.username) != bool(self.password):
            raise Invalid("username and password: give both, or neither", where="password")

    @property
    def sender_address(self) -> str:
        return parseaddr(self.sender)[1]

    @property
    def domain(self) -> str:
        """Ours, as the sender's address says it."""
        return self.sender_address.rpartition("@")[2]

    def send(self, message: Message, http: Http) -> Receipt:
        if not ADDRESS.fullmatch(message.to):
            return Refused(f"{one_line(message.to, 80)!r} is not an e-mail address")
        try:
            letter = self.letter(message)
            self.hand_over(letter)
        except (smtplib.SMTPException, OSError) as fault:
            return receipt_of(fault)
        except (ValueError, MessageError, LookupError) as fault:
            return Refused(f"the mail cannot be written: {one_line(str(fault), 200)}")
        return Delivered(reference=letter["Message-ID"])

    def letter(self, message: Message) -> EmailMessage:
        """The mail itself. Nothing of a message can begin a header of its own."""
        letter = EmailMessage(policy=LETTER)
        letter["From"] = one_line(self.sender)
        letter["To"] = message.to
        letter["Subject"] = one_line(message.title, 200)
        letter["Date"] = formatdate()
        letter["Message-ID"] = f"<page.{token(message.key).replace(':', '%3A')}@{self.domain}>"
        if message.link:
            letter["References"] = f"<incident.{digest(message.link)}@{self.domain}>"
        letter["Auto-Submitted"] = "auto-generated"
        if message.urgent:
            letter["X-Priority"] = "1"
            letter["Importance"] = "high"
        letter.set_content(text_of(message))
        return letter

    def hand_over(self, letter: EmailMessage) -> None:
        """Connect, encrypt, sign in, send. Whatever is amiss after the server has taken the mail
        is of no account: a fault then must not send it twice."""
        with self.connection() as server:
            server.ehlo_or_helo_if_needed()
            if self.starttls and self.port != TLS_FROM_THE_START:
                server.starttls(context=context_for(self.host))
            if self.username and self.password:
                server.login(self.username, self.password.reveal())
            server.send_message(letter)
            with suppress(smtplib.SMTPException, OSError, ValueError):
                server.quit()

    @contextmanager
    def connection(self) -> Iterator[smtplib.SMTP]:
        """A line to the server that is cut when its time is over: smtplib's time-out begins anew
        with every answer, and a server that drips could hold a worker for ever, with its greeting
        too."""
        server = self.line()
        watch = Timer(TALK, hang_up, (server,))
        watch.daemon = True
        watch.start()
        try:
            code, words = server.connect(self.host, self.port)
            if code != GREETED:
                raise smtplib.SMTPConnectError(code, words)
            if server.sock is None or not watch.is_alive():
                raise TimeoutError("the mail server took too long to greet")
            server.sock.settimeout(TALK)
            yield server
        finally:
            watch.cancel()
            server.close()

    def line(self) -> smtplib.SMTP:
        """Not connected yet, so that the watch is there first. Our domain is given, or smtplib
        would ask the name service for our own name."""
        if self.port == TLS_FROM_THE_START:
            context = context_for(self.host)
            return smtplib.SMTP_SSL(local_hostname=self.domain, timeout=CONNECT, context=context)
        return smtplib.SMTP(local_hostname=self.domain, timeout=CONNECT)


class HostContext(ssl.SSLContext):
    """Asks for the certificate of one host. smtplib names the host only where it connects at once,
    and here a watch stands by before that."""

    host: str

    def wrap_socket(self, sock: socket.socket, *said: Any, **named: Any) -> ssl.SSLSocket:
        return super().wrap_socket(sock, *said, **named | {"server_hostname": self.host})


def context_for(host: str) -> HostContext:
    """Trusts what this machine trusts, for this host."""
    context = HostContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_default_certs()
    context.host = host
    return context


def hang_up(server: smtplib.SMTP) -> None:
    """End every wait on the line. The socket's own `shutdown`, since that of an encrypted one takes
    its state away from under the waiting thread."""
    line = server.sock
    if line is not None:
        with suppress(OSError):
            socket.socket.shutdown(line, socket.SHUT_RDWR)


def text_of(message: Message) -> str:
    """What is read at three in the morning: the words, then the two links, the useful one first."""
    lines = [tidy(message.body.replace("\r\n", "\n"), LONGEST_BODY)]
    lines += [f"Acknowledge: {one_line(message.ack_link, 2000)}"] if message.ack_link else []
    lines += [f"Incident: {one_line(message.link, 2000)}"] if message.link else []
    return "\n\n".join(lines) + "\n"


def digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def receipt_of(fault: smtplib.SMTPException | OSError) -> Receipt:
    """4xx means later, 5xx means never; no answer means later."""
    if isinstance(fault, ssl.SSLCertVerificationError):
        return Refused(f"the mail server's certificate is not trusted: {fault.verify_message}")
    if isinstance(fault, smtplib.SMTPNotSupportedError):
        return Refused(f"the mail server cannot do what is needed: {one_line(str(fault), 200)}")
    code, words = answer_in(fault)
    said = f"the mail server answered {code} {words}" if code > 0 else f"no mail server: {words}"
    return Refused(said) if code >= PERMANENT else Retry(said, after=AGAIN)


def answer_in(fault: smtplib.SMTPException | OSError) -> tuple[int, str]:
    """The server's code and words; -1 and ours when it said nothing."""
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        refusals = [*fault.recipients.values(), (-1, b"no recipient was taken")]
        return refusals[0][0], spoken(refusals[0][1])
    if isinstance(fault, smtplib.SMTPResponseException):
        return fault.smtp_code, spoken(fault.smtp_error)
    return -1, spoken(str(fault) or type(fault).__name__)


def spoken(words: bytes | str) -> str:
    return one_line(words.decode("utf-8", "replace") if isinstance(words, bytes) else words, 200)


PLUGIN = Email
EXAMPLE = Email(
    host="mail.example",
    sender="Runcard <pager@ops.example>",
    username="pager",
    password=Secret("not a real password"),
)
