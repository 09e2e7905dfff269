"""The sinks themselves: what was sent is kept, and they refuse when told to."""

import smtplib
from email.message import EmailMessage

import httpx2
import pytest

from tests.peers.smtp_sink import Mail, SmtpSink
from tests.peers.webhook_sink import WebhookSink


def a_mail(subject: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "runcard@sender.example"
    message["To"] = "ada@receiver.example"
    message["Subject"] = subject
    message.set_content("The disk is full – 4 % left.")
    return message


def test_a_webhook_is_kept_with_its_path_headers_and_body(webhook_sink: WebhookSink) -> None:
    httpx2.post(f"{webhook_sink.url}/hook?x=1", json={"n": 1}, headers={"X-Key": "k"})
    [request] = webhook_sink.wait_for(lambda request: request.json() == {"n": 1})
    assert (request.path, request.headers["x-key"]) == ("/hook?x=1", "k")


def test_a_webhook_is_refused_as_often_as_told(webhook_sink: WebhookSink) -> None:
    webhook_sink.answer_next_with(503, 429)
    answers = [httpx2.post(webhook_sink.url, json={}).status_code for _ in range(3)]
    assert answers == [503, 429, 200]


def test_waiting_for_a_webhook_that_never_comes_says_so(webhook_sink: WebhookSink) -> None:
    with pytest.raises(AssertionError, match="for 1 request"):
        webhook_sink.wait_for(lambda _: True, within=0.1)


def test_a_mail_is_kept_with_its_envelope_and_text(smtp_sink: SmtpSink) -> None:
    with smtplib.SMTP(smtp_sink.host, smtp_sink.port) as client:
        client.send_message(a_mail("Disk full"))

    def about_the_disk(mail: Mail) -> bool:
        return bool(mail.message["Subject"] == "Disk full")

    [mail] = smtp_sink.wait_for(about_the_disk)
    assert mail.recipients == ("ada@receiver.example",)
    assert mail.text.strip() == "The disk is full – 4 % left."


def test_a_mail_is_refused_as_told_and_then_accepted(smtp_sink: SmtpSink) -> None:
    smtp_sink.refuse_next_with("451 try later")
    with smtplib.SMTP(smtp_sink.host, smtp_sink.port) as client:
        with pytest.raises(smtplib.SMTPDataError, match="451"):
            client.send_message(a_mail("first try"))
        client.send_message(a_mail("second try"))
    assert [mail.message["Subject"] for mail in smtp_sink.mails] == ["second try"]
