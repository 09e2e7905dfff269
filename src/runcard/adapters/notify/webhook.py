"""A page as a signed POST to a web address."""

import base64
import binascii
import hmac
import json
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from runcard.adapters.plain_text import token, web_link
from runcard.domain.paging.model import Delivered, Message, Receipt, Refused, Retry
from runcard.domain.paging.ports import Answer, Http
from runcard.kernel.errors import Invalid, Unavailable
from runcard.kernel.secret import Secret

ENCODED = "whsec_"
SOON = timedelta(seconds=10)
LATER = timedelta(seconds=30)
REQUEST_TIMEOUT = 408
TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Webhook:
    """Posts each page as JSON to the address of the way.

    The body is one object with the texts `type` (`page`), `key`, `title`, `body`, `link` (the
    incident) and `ack_link` (a page with a button), and `urgent` (true or false). A second try of
    the same page has the same body and the same `key`, so a receiver can leave it out.

    The headers are those of Standard Webhooks: `webhook-id` (the key), `webhook-timestamp`
    (seconds since 1970) and, when there is a secret, `webhook-signature`: `v1,` and the base64 of
    HMAC-SHA256 over `<webhook-id>.<webhook-timestamp>.<body>`.

    An answer 2xx is delivered; 408, 429, 5xx and no answer are tried again; anything else,
    redirects too, is refused, and the next way is tried at once.
    """

    kind: ClassVar[str] = "webhook"

    secret: Secret | None = None
    """Signs each post. `whsec_` and base64, or any text. Without it nothing is signed."""

    def __post_init__(self) -> None:
        signing_key(self.secret)

    def send(self, message: Message, http: Http) -> Receipt:
        if web_link(message.to) is None:
            return Refused("the address of this webhook is no http or https link")
        body = body_of(message)
        try:
            answer = http.post(message.to, body, self.headers(message.key, body))
        except Unavailable as fault:
            return Retry(fault.message, after=SOON)
        return receipt_of(answer, message.key)

    def headers(self, key: str, body: bytes) -> dict[str, str]:
        """Who, when, and the proof; the moment is that of this try, so that a receiver may refuse
        an old one that somebody else plays back."""
        word, moment = token(key), str(int(time.time()))
        headers = {
            "content-type": "application/json",
            "webhook-id": word,
            "webhook-timestamp": moment,
        }
        if signed_with := signing_key(self.secret):
            headers["webhook-signature"] = signature(signed_with, f"{word}.{moment}.", body)
        return headers


def body_of(message: Message) -> bytes:
    """The same for every try. ASCII, so that no half of a surrogate pair can stop it."""
    said = {
        "type": "page", "key": message.key, "title": message.title, "body": message.body,
        "link": message.link, "ack_link": message.ack_link, "urgent": message.urgent,
    }  # fmt: skip
    return json.dumps(said).encode()


def signature(key: bytes, prefix: str, body: bytes) -> str:
    digest = hmac.digest(key, prefix.encode() + body, "sha256")
    return f"v1,{base64.b64encode(digest).decode()}"


def signing_key(secret: Secret | None) -> bytes:
    """The bytes that sign. Raises Invalid for a secret that says it is base64 and is not."""
    words = secret.reveal() if secret else ""
    if not words.startswith(ENCODED):
        return words.encode()
    try:
        return base64.b64decode(words.removeprefix(ENCODED), validate=True)
    except (binascii.Error, ValueError):
        raise Invalid("secret: what follows whsec_ must be base64", where="secret") from None


def receipt_of(answer: Answer, key: str) -> Receipt:
    words = f"the webhook answered {answer.status}"
    if 200 <= answer.status < 300:
        return Delivered(reference=key)
    if answer.status == TOO_MANY:
        return Retry(words, after=LATER)
    if answer.status == REQUEST_TIMEOUT or answer.status >= 500:
        return Retry(words, after=SOON)
    return Refused(words)


PLUGIN = Webhook
EXAMPLE = Webhook(secret=Secret("whsec_bm90IGEgcmVhbCBzZWNyZXQ="))
