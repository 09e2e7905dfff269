"""A page as an e-mail, to a real mail server on loopback."""

import socket
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword, Session

from runcard.adapters.notify import email
from runcard.adapters.notify.email import Email, hang_up, receipt_of
from runcard.domain.paging.model import Delivered, Message, Refused, Retry
from runcard.kernel.errors import Invalid
from runcard.kernel.secret import Secret
from runcard.testing.contracts import A_PAGE, AnsweringHttp
from tests.peers.process import free_port
from tests.peers.smtp_sink import Mail, SmtpSink

PAGE = replace(A_PAGE, to="ada@team.example")
HTTP = AnsweringHttp()


def to(sink: SmtpSink) -> Email:
    return Email(host=sink.host, port=sink.port, sender="Pager <pager@ops.example>", starttls=False)


def mail_of(sink: SmtpSink, message: Message = PAGE) -> Mail:
    assert isinstance(to(sink).send(message, HTTP), Delivered)
    return sink.mails[-1]


def test_a_page_arrives_with_its_words_and_both_links(smtp_sink: SmtpSink) -> None:
    mail = mail_of(smtp_sink)
    assert mail.recipients == ("ada@team.example",)
    assert mail.sender == "pager@ops.example"
    assert mail.message["From"] == "Pager <pager@ops.example>"
    assert mail.message["To"] == "ada@team.example"
    assert mail.message["Subject"] == PAGE.title
    assert mail.message["X-Priority"] == "1"
    assert PAGE.body.splitlines() == mail.text.splitlines()[:2]
    assert mail.text.index(PAGE.ack_link) < mail.text.index(PAGE.link)


def test_a_second_try_carries_the_same_message_id(smtp_sink: SmtpSink) -> None:
    smtp_sink.refuse_next_with("451 try later")
    assert isinstance(to(smtp_sink).send(PAGE, HTTP), Retry)
    first, second = mail_of(smtp_sink), mail_of(smtp_sink)
    assert first.message["Message-ID"] == second.message["Message-ID"]
    other = mail_of(smtp_sink, replace(PAGE, key="pg_0001.2"))
    assert other.message["Message-ID"] != first.message["Message-ID"]


def test_the_pages_of_one_incident_are_one_thread(smtp_sink: SmtpSink) -> None:
    one = mail_of(smtp_sink)
    same = mail_of(smtp_sink, replace(PAGE, key="pg_2.1"))
    other = mail_of(smtp_sink, replace(PAGE, link="https://runcard.example/incidents/INC-2"))
    assert one.message["References"] == same.message["References"] != other.message["References"]


def test_a_title_cannot_begin_a_header(smtp_sink: SmtpSink) -> None:
    title = "Disk full\r\nBcc: everybody@team.example\r\n\r\nNew body"
    mail = mail_of(smtp_sink, replace(PAGE, title=title))
    assert mail.message["Bcc"] is None
    assert mail.recipients == ("ada@team.example",)
    assert mail.message["Subject"] == "Disk full Bcc: everybody@team.example New body"


@pytest.mark.parametrize(
    "address",
    ["", "ada", "a@b\r\nRCPT TO:<x@y.example>", "a@b, c@d", "<a@b>", "a b@c", "a@b c", "@", "a@"],
)
def test_an_address_that_is_none_is_refused(smtp_sink: SmtpSink, address: str) -> None:
    assert isinstance(to(smtp_sink).send(replace(PAGE, to=address), HTTP), Refused)
    assert smtp_sink.mails == []


def test_words_in_any_script_survive_a_server_of_seven_bits(smtp_sink: SmtpSink) -> None:
    mail = mail_of(smtp_sink, replace(PAGE, title="火事 🔥", body="Ärger\n.\nam Ende"))
    assert mail.message["Subject"] == "火事 🔥"
    assert "Ärger\n.\nam Ende" in mail.text.replace("\r\n", "\n")
    assert mail.message.as_bytes().isascii()


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("421 closing", Retry), ("452 full", Retry), ("550 no such box", Refused),
     ("554 spam", Refused)],
)  # fmt: skip
def test_the_servers_answer_decides(smtp_sink: SmtpSink, answer: str, kind: type) -> None:
    smtp_sink.refuse_next_with(answer)
    receipt = to(smtp_sink).send(PAGE, HTTP)
    assert isinstance(receipt, kind)
    assert not isinstance(receipt, Delivered)
    assert answer in receipt.why


def test_a_server_that_is_away_is_tried_again() -> None:
    away = Email(host="127.0.0.1", port=free_port(), sender="pager@ops.example", starttls=False)
    receipt = away.send(PAGE, HTTP)
    assert isinstance(receipt, Retry)
    assert "no mail server" in receipt.why


def test_a_server_without_encryption_is_refused_when_it_is_wanted(smtp_sink: SmtpSink) -> None:
    receipt = replace(to(smtp_sink), starttls=True).send(PAGE, HTTP)
    assert isinstance(receipt, Refused)
    assert smtp_sink.mails == []


@pytest.fixture
def mute_server() -> Iterator[tuple[str, int]]:
    """Takes the call, greets, and never says another word."""
    listening = socket.create_server(("127.0.0.1", 0))
    calls: list[socket.socket] = []

    def greet() -> None:
        call, _ = listening.accept()
        call.sendall(b"220 hello\r\n")
        calls.append(call)

    thread = Thread(target=greet)
    thread.start()
    yield listening.getsockname()
    thread.join()
    for call in calls:
        call.close()
    listening.close()


def test_a_line_that_is_cut_ends_the_wait_as_a_retry(mute_server: tuple[str, int]) -> None:
    """What the watch does when the time is over, done at once."""
    host, port = mute_server
    mute = Email(host=host, port=port, sender="pager@ops.example", starttls=False)
    with mute.connection() as server:
        hang_up(server)
        with pytest.raises(email.smtplib.SMTPException) as fault:
            server.ehlo_or_helo_if_needed()
    assert isinstance(receipt_of(fault.value), Retry)


def test_a_certificate_nobody_trusts_is_refused() -> None:
    fault = ssl.SSLCertVerificationError()
    fault.verify_message = "self-signed certificate"
    assert isinstance(receipt_of(fault), Refused)


def test_a_time_out_is_tried_again() -> None:
    assert isinstance(receipt_of(TimeoutError()), Retry)


def test_settings_that_cannot_work_are_invalid() -> None:
    with pytest.raises(Invalid, match="sender"):
        Email(host="mail.example", sender="nobody")
    with pytest.raises(Invalid, match="both"):
        Email(host="mail.example", sender="a@b.example", password=Secret("x"))


@pytest.fixture
def certified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A certificate for localhost that this process trusts."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2"
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command.split(), *names, *files], check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


class Signing:
    """Keeps who signed in and what came."""

    def __init__(self) -> None:
        self.seen: list[tuple[bytes, bytes, bool]] = []
        self.letters = 0

    def __call__(self, server: SMTP, session: Session, *said: object) -> AuthResult:
        (_, _, proof) = said
        assert isinstance(proof, LoginPassword)
        self.seen.append((proof.login, proof.password, session.ssl is not None))
        return AuthResult(success=proof.password == b"right", handled=False)

    async def handle_DATA(self, *_said: object) -> str:  # noqa: N802 - its name
        self.letters += 1
        return "250 kept"


@pytest.fixture
def strict(certified: ssl.SSLContext) -> Iterator[tuple[int, Signing]]:
    """A server that wants an encrypted line and a password."""
    signing, port = Signing(), free_port()
    controller = Controller(
        signing, hostname="127.0.0.1", port=port, tls_context=certified, require_starttls=True,
        auth_required=True, authenticator=signing,
    )  # fmt: skip
    controller.start()
    yield port, signing
    controller.stop()


def test_the_password_is_said_on_an_encrypted_line_only(strict: tuple[int, Signing]) -> None:
    port, signing = strict
    pager = Email("localhost", "pager@ops.example", port, "pager", Secret("right"))
    assert isinstance(pager.send(PAGE, HTTP), Delivered)
    assert signing.seen == [(b"pager", b"right", True)]
    assert signing.letters == 1


def test_a_wrong_password_is_refused_and_not_told(strict: tuple[int, Signing]) -> None:
    port, signing = strict
    pager = Email("localhost", "pager@ops.example", port, "pager", Secret("hush-hush"))
    receipt = pager.send(PAGE, HTTP)
    assert isinstance(receipt, Refused)
    assert "hush" not in receipt.why
    assert signing.letters == 0


def test_a_certificate_of_a_stranger_is_refused(
    strict: tuple[int, Signing], monkeypatch: pytest.MonkeyPatch
) -> None:
    port, signing = strict
    monkeypatch.delenv("SSL_CERT_FILE")
    pager = Email("localhost", "pager@ops.example", port, "pager", Secret("right"))
    receipt = pager.send(PAGE, HTTP)
    assert isinstance(receipt, Refused)
    assert "certificate" in receipt.why
    assert signing.seen == []
