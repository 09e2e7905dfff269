"""Every notifier that can be found keeps the promises of its family, whatever it is handed."""

import contextlib
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runcard.adapters.notify.email import Email
from runcard.adapters.registry import example_of, plugins
from runcard.domain.paging.model import Delivered, Message, Receipt
from runcard.domain.paging.ports import Answer, Http, Notifier
from runcard.kernel.secret import Secret
from runcard.testing.contracts import (
    A_PAGE,
    OF_ALL,
    OF_THOSE_WHO_POST,
    AnsweringHttp,
    Promise,
    it_always_gives_a_receipt,
    it_keeps_its_secrets,
    keeps_every_promise,
    posts_by_http,
)
from tests.peers.smtp_sink import SmtpSink

KINDS = sorted(plugins("notify"))
WORDS = st.text(st.characters(), max_size=200)
KEYS = st.one_of(WORDS, st.just("a" * 3000))
ADDRESSES = st.one_of(
    WORDS,
    st.sampled_from(["ada@team.example", "https://push.example/x", "https://[", "http://", "a@b"]),
    st.emails(),
)
MESSAGES = st.builds(
    Message, key=KEYS, to=ADDRESSES, title=WORDS, body=WORDS, link=WORDS, ack_link=WORDS,
    urgent=st.booleans(),
)  # fmt: skip
ANSWERS = st.builds(Answer, st.integers(100, 999), st.binary(max_size=50))


@pytest.fixture(scope="module")
def sink() -> Iterator[SmtpSink]:
    sink = SmtpSink()
    yield sink
    sink.close()


@pytest.fixture(params=KINDS)
def notifier(request: pytest.FixtureRequest, sink: SmtpSink) -> Notifier:
    """The example of each, with its line laid to a server on loopback if it is not Http."""
    example = example_of(plugins("notify")[request.param])
    if isinstance(example, Email):
        return at_sink(example, sink)
    assert isinstance(example.kind, str)
    return example  # type: ignore[no-any-return]


def at_sink(email: Email, sink: SmtpSink) -> Email:
    return replace(
        email, host=sink.host, port=sink.port, starttls=False, username=None, password=None
    )


def page_for(notifier: Notifier) -> Message:
    return replace(A_PAGE, to="ada@team.example") if notifier.kind == "email" else A_PAGE


@pytest.mark.parametrize("promise", OF_ALL, ids=lambda promise: promise.__name__)
def test_every_notifier_keeps_the_promises_of_all(notifier: Notifier, promise: Promise) -> None:
    message = page_for(notifier)
    if isinstance(notifier, Email) and promise is it_keeps_its_secrets:
        notifier = replace(notifier, username="pager", password=Secret("any"))
    promise(notifier, message)


@pytest.mark.parametrize("promise", OF_THOSE_WHO_POST, ids=lambda promise: promise.__name__)
def test_every_notifier_that_posts_reads_answers_alike(
    notifier: Notifier, promise: Promise
) -> None:
    if posts_by_http(notifier, page_for(notifier)):
        promise(notifier, page_for(notifier))


def test_every_notifier_delivers_an_ordinary_page(notifier: Notifier) -> None:
    assert isinstance(notifier.send(page_for(notifier), AnsweringHttp()), Delivered)


@pytest.mark.parametrize("kind", KINDS)
def test_no_message_and_no_answer_makes_a_notifier_raise(kind: str, sink: SmtpSink) -> None:
    example = example_of(plugins("notify")[kind])
    line = at_sink(example, sink) if isinstance(example, Email) else example

    @settings(max_examples=60, deadline=None)
    @given(MESSAGES, ANSWERS)
    def never_raises(message: Message, answer: Answer) -> None:
        with contextlib.redirect_stdout(io.StringIO()):
            it_always_gives_a_receipt(line, message, answer)

    never_raises()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_named_as_its_file_says(kind: str) -> None:
    plugin = plugins("notify")[kind]
    assert plugin.__module__.rpartition(".")[2] == kind


class Forgetful:
    """Breaks every promise: delivers whatever the answer, and forgets the key."""

    kind = "forgetful"

    def send(self, message: Message, http: Http) -> Receipt:
        http.post(message.to, b"", {})
        return Delivered(reference="")


@pytest.mark.parametrize("promise", OF_THOSE_WHO_POST, ids=lambda promise: promise.__name__)
def test_a_notifier_that_breaks_a_promise_is_found_out(promise: Promise) -> None:
    with pytest.raises(Exception, match=r"must|no answer"):
        promise(Forgetful(), A_PAGE)


def test_a_stranger_may_ask_for_all_promises_at_once() -> None:
    keeps_every_promise(example_of(plugins("notify")["webhook"]))
