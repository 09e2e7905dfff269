"""A page as a signed post, through the real Http to a server on loopback."""

import base64
import hashlib
import hmac
import json
from dataclasses import replace

import pytest

from runcard.adapters.http import OutboundHttp
from runcard.adapters.notify.webhook import Webhook
from runcard.domain.paging.model import Delivered, Refused, Retry
from runcard.domain.paging.ports import Answer
from runcard.kernel.errors import Invalid
from runcard.kernel.secret import Secret
from runcard.testing.contracts import A_PAGE, AnsweringHttp
from tests.peers.webhook_sink import Received, WebhookSink

KEY = b"0123456789abcdef"
SECRET = Secret("whsec_" + base64.b64encode(KEY).decode())


def proof(key: bytes, request: Received) -> str:
    """As the receiver computes it."""
    name, moment = request.headers["webhook-id"], request.headers["webhook-timestamp"]
    signed = f"{name}.{moment}.".encode() + request.body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def test_a_receiver_can_prove_who_sent_the_page(webhook_sink: WebhookSink) -> None:
    page = replace(A_PAGE, to=f"{webhook_sink.url}/pages")
    assert Webhook(SECRET).send(page, OutboundHttp()) == Delivered(reference=page.key)
    (request,) = webhook_sink.received
    assert request.path == "/pages"
    assert request.headers["webhook-signature"] == proof(KEY, request)
    assert request.headers["webhook-id"] == page.key
    assert request.headers["content-type"] == "application/json"
    assert request.json() == {
        "type": "page", "key": page.key, "title": page.title, "body": page.body,
        "link": page.link, "ack_link": page.ack_link, "urgent": True,
    }  # fmt: skip


def test_a_second_try_has_the_same_key_and_the_same_body(webhook_sink: WebhookSink) -> None:
    webhook_sink.answer_next_with(503)
    page = replace(A_PAGE, to=webhook_sink.url)
    assert isinstance(Webhook(SECRET).send(page, OutboundHttp()), Retry)
    assert isinstance(Webhook(SECRET).send(page, OutboundHttp()), Delivered)
    first, second = webhook_sink.received
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body


def test_a_redirect_is_refused_and_not_followed(webhook_sink: WebhookSink) -> None:
    webhook_sink.answer_next_with(302)
    receipt = Webhook().send(replace(A_PAGE, to=webhook_sink.url), OutboundHttp())
    assert receipt == Refused("the webhook answered 302")
    assert len(webhook_sink.received) == 1


@pytest.mark.parametrize(
    ("status", "kind"),
    [(200, Delivered), (204, Delivered), (301, Refused), (400, Refused), (408, Retry),
     (410, Refused), (429, Retry), (500, Retry), (599, Retry)],
)  # fmt: skip
def test_each_answer_means_one_thing(status: int, kind: type) -> None:
    assert isinstance(Webhook().send(A_PAGE, AnsweringHttp(Answer(status))), kind)


def test_without_a_secret_nothing_is_signed() -> None:
    http = AnsweringHttp()
    Webhook().send(A_PAGE, http)
    assert "webhook-signature" not in http.posted[0].headers


def test_a_plain_text_may_be_the_secret() -> None:
    http = AnsweringHttp()
    Webhook(Secret("plain words")).send(A_PAGE, http)
    post = http.posted[0]
    request = Received("/", dict(post.headers), post.body)
    assert post.headers["webhook-signature"] == proof(b"plain words", request)


def test_an_address_that_is_no_web_link_is_refused_without_a_post() -> None:
    http = AnsweringHttp()
    assert isinstance(Webhook().send(replace(A_PAGE, to="ftp://x.example"), http), Refused)
    assert http.posted == []


def test_a_secret_that_is_not_the_base64_it_says_is_invalid() -> None:
    with pytest.raises(Invalid, match="base64"):
        Webhook(Secret("whsec_???"))


def test_words_in_any_script_survive() -> None:
    http = AnsweringHttp()
    Webhook().send(replace(A_PAGE, title="火事 🔥"), http)
    assert json.loads(http.posted[0].body)["title"] == "火事 🔥"
