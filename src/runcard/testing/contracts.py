"""What every notifier and every intake must do, as sentences that fail with their reason.

A plug-in's author calls `keeps_every_promise(...)` from one test; ours are found and checked by
`tests/contract`. Nothing here needs a network, or a library beyond Runcard itself.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import timedelta
from types import FrameType
from typing import Any, get_type_hints

from runcard.domain.alerts.model import Signal
from runcard.domain.alerts.ports import Intake
from runcard.domain.paging.model import Delivered, Message, Receipt, Refused, Retry
from runcard.domain.paging.ports import Answer, Notifier
from runcard.kernel.errors import Invalid, Unavailable
from runcard.kernel.secret import Secret

A_PAGE = Message(
    key="pg_0001.1",
    to="https://push.example/ada",
    title="SEV1 Critical: disk full on db-1",
    body="You are first on call.\nAcknowledge by 02:35.",
    link="https://runcard.example/incidents/INC-1",
    ack_link="https://runcard.example/ack/abc",
    urgent=True,
)
CANARY = "canary-4f1d0c9b"
LONGEST_TEXT = 4096
LONGEST_IDENTITY = 512
# A tenth above the proportion, for what is done once a post.
LINEAR = 1.1


@dataclass(frozen=True, slots=True)
class Posted:
    """One post a notifier made."""

    url: str
    body: bytes
    headers: Mapping[str, str]

    def mentions(self, word: str) -> bool:
        text = [self.url, self.body.decode("utf-8", "replace"), *self.headers.values()]
        return any(word in part for part in text)


@dataclass(slots=True)
class AnsweringHttp:
    """An Http that always answers the same, and keeps what was posted."""

    answer: Answer = Answer(200)  # noqa: RUF009 - it is frozen
    posted: list[Posted] = field(default_factory=list)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        self.posted.append(Posted(url, body, dict(headers)))
        return self.answer


@dataclass(slots=True)
class SilentHttp:
    """An Http that never gets an answer."""

    why: str = "push.example gave no answer: timed out"

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        raise Unavailable(self.why)


def posts_by_http(notifier: Notifier, message: Message = A_PAGE) -> bool:
    """Whether the promises about answers concern it: e-mail and the console have other lines."""
    http = AnsweringHttp()
    notifier.send(message, http)
    return bool(http.posted)


def an_accepted_page_is_delivered(notifier: Notifier, message: Message = A_PAGE) -> None:
    receipt = notifier.send(message, AnsweringHttp(Answer(200)))
    assert isinstance(receipt, Delivered), f"200 must be Delivered, not {receipt}"
    assert receipt.reference, "Delivered must name what the provider will know it by"


def an_unknown_address_is_refused(notifier: Notifier, message: Message = A_PAGE) -> None:
    receipt = notifier.send(message, AnsweringHttp(Answer(404)))
    assert isinstance(receipt, Refused), f"404 must be Refused, not {receipt}"


def a_busy_provider_is_tried_again(notifier: Notifier, message: Message = A_PAGE) -> None:
    for status in (429, 500, 502, 503, 504):
        receipt = notifier.send(message, AnsweringHttp(Answer(status)))
        assert isinstance(receipt, Retry), f"{status} must be Retry, not {receipt}"


def a_silent_provider_is_tried_again(notifier: Notifier, message: Message = A_PAGE) -> None:
    receipt = notifier.send(message, SilentHttp())
    assert isinstance(receipt, Retry), f"no answer must be Retry, not {receipt}"


def a_second_try_carries_the_same_key(notifier: Notifier, message: Message = A_PAGE) -> None:
    http = AnsweringHttp(Answer(503))
    notifier.send(message, http)
    notifier.send(message, http)
    told = [post.mentions(message.key) for post in http.posted]
    assert told == [True, True], "every try must carry the key, or a repeat cannot be told"


def it_always_gives_a_receipt(
    notifier: Notifier,
    message: Message = A_PAGE,
    answer: Answer = Answer(200),  # noqa: B008
) -> Receipt:
    """Whatever the message and the answer: a receipt that says why, and nothing raised."""
    for http in (AnsweringHttp(answer), SilentHttp()):
        receipt: object = notifier.send(message, http)
        assert isinstance(receipt, Delivered | Retry | Refused), f"{receipt!r} is no receipt"
        if isinstance(receipt, Retry):
            assert receipt.after > timedelta(0), "a retry at once is a storm"
        if not isinstance(receipt, Delivered):
            assert receipt.why, "somebody will ask why"
    return notifier.send(message, AnsweringHttp(answer))


def it_keeps_its_secrets(notifier: Notifier, message: Message = A_PAGE) -> None:
    """Neither its repr nor a receipt shows a secret."""
    marked = with_canaries(notifier)
    assert CANARY not in f"{marked!r} {marked}", "a secret shows; make the field a Secret"
    for answer in (Answer(200), Answer(404), Answer(500)):
        receipt = marked.send(message, AnsweringHttp(answer))
        assert CANARY not in repr(receipt), "a receipt is shown on screens and must hold no secret"


def with_canaries(plugin: Any) -> Any:
    """The same with a word in every secret that is easy to find again."""
    assert is_dataclass(type(plugin)), "a plug-in is a dataclass: its fields are its settings"
    hints = get_type_hints(type(plugin))
    secret = [one.name for one in fields(plugin) if "Secret" in str(hints[one.name])]
    return replace(plugin, **dict.fromkeys(secret, Secret(CANARY)))


Promise = Callable[[Notifier, Message], object]
OF_ALL: tuple[Promise, ...] = (it_always_gives_a_receipt, it_keeps_its_secrets)
OF_THOSE_WHO_POST: tuple[Promise, ...] = (
    an_accepted_page_is_delivered,
    an_unknown_address_is_refused,
    a_busy_provider_is_tried_again,
    a_silent_provider_is_tried_again,
    a_second_try_carries_the_same_key,
)


def keeps_every_promise(notifier: Notifier, message: Message = A_PAGE) -> None:
    """All that a notifier must do."""
    for promise in OF_ALL + (OF_THOSE_WHO_POST if posts_by_http(notifier, message) else ()):
        promise(notifier, message)


def it_reads_or_says_invalid(
    intake: Intake,
    payload: bytes,
    headers: Mapping[str, str] = {},
) -> Sequence[Signal] | None:
    """Any bytes: fit signals, or Invalid with a sentence; nothing else is ever raised."""
    try:
        signals = intake.parse(payload, headers)
    except Invalid:
        return None
    for signal in signals:
        is_fit(signal)
    return signals


def is_fit(signal: Signal) -> None:
    """Bounded, free of control signs, and complete enough to be folded into what is known."""
    assert signal.title.strip(), "a title is what wakes somebody; it must not be empty"
    assert "\n" not in signal.title, "a title has one line"
    assert 0 < len(signal.fingerprint) <= LONGEST_IDENTITY, "the fingerprint goes into an index"
    assert 0 < len(signal.group_key) <= LONGEST_IDENTITY, "the group key goes into an index"
    assert signal.starts_at.utcoffset() == timedelta(0), "moments are in UTC"
    assert signal.ends_at is None or signal.ends_at.utcoffset() == timedelta(0)
    assert signal.link is None or signal.link.startswith(("http://", "https://", "HTTP"))
    for texts in (signal.labels, signal.annotations):
        for text in [*texts, *texts.values()]:
            assert len(text) <= LONGEST_TEXT, "a text must be cut"
            assert not any(is_control(sign) for sign in text), "control signs must be removed"


def is_control(sign: str) -> bool:
    return sign not in "\n\t" and (sign < " " or "\x7f" <= sign <= "\x9f")


def parsing_is_pure(intake: Intake, payload: bytes, headers: Mapping[str, str]) -> None:
    """The same bytes, the same signals: twice, and from a second instance."""
    before = dict(headers)
    first = list(intake.parse(payload, headers))
    assert list(intake.parse(payload, headers)) == first, "a second reading differs"
    assert list(type(intake)().parse(payload, headers)) == first, "a second instance differs"
    assert headers == before, "the headers were changed"


def work_grows_with_size(intake: Intake, few: bytes, many: bytes) -> None:
    """`many` holds ten times the alerts of `few`, and takes at most ten times the calls."""
    intake.parse(few, {})
    least, most = calls_of(intake, few), calls_of(intake, many)
    assert most <= 10 * least * LINEAR, f"ten times the alerts took {most / least:.1f} times"


def calls_of(intake: Intake, payload: bytes) -> int:
    """How many functions are called, Python's and C's; unlike seconds it is the same each time."""
    count = 0

    def called(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        intake.parse(payload, {})
    finally:
        sys.setprofile(before)
    return count
