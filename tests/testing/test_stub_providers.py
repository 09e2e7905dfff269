"""Every mood of a provider, as our own mail and webhook notifiers meet it."""

from dataclasses import replace

import pytest

from runcard.adapters.http import OutboundHttp
from runcard.adapters.notify.email import Email
from runcard.adapters.notify.webhook import Webhook
from runcard.domain.paging.model import Delivered, Receipt, Refused, Retry
from runcard.testing.contracts import A_PAGE, AnsweringHttp
from runcard.testing.stub_providers import (
    Mood,
    Provider,
    a_provider,
    keys_in,
    speak_http,
    speak_smtp,
)

QUICK = OutboundHttp(connect=0.5, total=0.5)


def mailed(provider: Provider) -> Receipt:
    email = Email(provider.host, "pager@ops.example", provider.port, starttls=False)
    return email.send(replace(A_PAGE, to="ada@team.example"), AnsweringHttp())


def posted(provider: Provider) -> Receipt:
    address = f"http://{provider.host}:{provider.port}/ada"
    return Webhook().send(replace(A_PAGE, to=address), QUICK)


each_mood = pytest.mark.parametrize(
    ("mood", "receipt", "taken"),
    [
        (Mood.TAKES, Delivered, 1),
        (Mood.FORGETS, Delivered, 0),
        (Mood.BUSY, Retry, 0),
        (Mood.REFUSES, Refused, 0),
        (Mood.RESETS, Retry, 0),
        (Mood.GARBAGE, Retry, 0),
    ],
)


@each_mood
def test_a_mail_server_in_each_mood(mood: Mood, receipt: type, taken: int) -> None:
    with a_provider(speak_smtp, mood) as provider:
        assert isinstance(mailed(provider), receipt)
        assert len(provider.taken) == taken


@each_mood
def test_a_web_address_in_each_mood(mood: Mood, receipt: type, taken: int) -> None:
    with a_provider(speak_http, mood) as provider:
        assert isinstance(posted(provider), receipt)
        assert len(provider.taken) == taken


def test_a_web_address_that_never_says_a_word() -> None:
    with a_provider(speak_http, Mood.SILENT) as provider:
        assert isinstance(posted(provider), Retry)
        assert provider.taken == []


def test_a_page_that_was_posted_can_be_told_by_its_key() -> None:
    with a_provider(speak_http) as provider:
        assert isinstance(posted(provider), Delivered)
        assert keys_in(provider.wait_for(1, within=5.0)) == [A_PAGE.key]
