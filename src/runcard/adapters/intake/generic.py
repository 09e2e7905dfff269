"""A small JSON of our own, for whatever can run curl."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated, Any, ClassVar

import msgspec

from runcard.adapters.json_body import decoded, misfit
from runcard.adapters.plain_text import identity, one_line, tidy, web_link
from runcard.domain.alerts.model import START_UNSAID, AlertState, Signal
from runcard.kernel.errors import Invalid

Said = Mapping[str, Any]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
DECODER: msgspec.json.Decoder[Any] = msgspec.json.Decoder()
STATES = {"firing": AlertState.FIRING, "resolved": AlertState.CLEARED}
KNOWN = frozenset(
    {"title", "status", "id", "dedup_key", "labels", "description", "link", "started_at"}
)
"""`severity` and `service` are labels like any field we do not know."""


@dataclass(frozen=True, slots=True)
class Generic:
    """Alerts from anything that can post JSON: one object, or a list of objects.

    Only `title` is required. `status` is `firing` (when left out) or `resolved`; `id` (or
    `dedup_key`) says which posts speak of the same problem, and is made of title, service and
    labels when left out. `severity`, `service`, `description`, `link`, `started_at` (RFC 3339 with
    a zone) and `labels` (an object) may be given; any other field that is a text, a number or true
    or false becomes a label, and one that is a list, an object or null is left out.
    """

    kind: ClassVar[str] = "generic"

    def parse(self, payload: bytes, headers: Mapping[str, str]) -> Sequence[Signal]:
        said = decoded(DECODER, payload)
        if isinstance(said, list):
            return [signal_of(one, f"/{index}") for index, one in enumerate(said)]
        return [signal_of(said, "")]


def signal_of(said: object, at: str) -> Signal:
    """One object as the house knows it; `at` is where it stands in the payload."""
    if not isinstance(said, dict):
        raise Invalid(f"{at or 'the payload'} cannot be read: it is no object", where=at)
    labels = labels_in(said, at)
    title = title_in(said, at)
    fingerprint = fingerprint_of(said, title, labels)
    description = scalar(said.get("description"))
    return Signal(
        fingerprint,
        state_in(said, at),
        started_at(said, at),
        title,
        fingerprint,
        {tidy(name): tidy(text) for name, text in (extras_in(said) | labels).items()},
        {"description": tidy(description)} if description else {},
        link=web_link(scalar(said.get("link"))),
    )


def title_in(said: Said, at: str) -> str:
    if "title" not in said:
        raise misfit("Object missing required field `title`", at)
    title = one_line(scalar(said["title"]) or "")
    if not title:
        raise misfit("it must be a text that is not empty", f"{at}/title")
    return title


def state_in(said: Said, at: str) -> AlertState:
    word = said.get("status")
    if word is None:
        return AlertState.FIRING
    state = STATES.get(word.strip().lower()) if isinstance(word, str) else None
    if state is None:
        raise misfit("it must be firing or resolved", f"{at}/status")
    return state


def labels_in(said: Said, at: str) -> dict[str, str]:
    """The labels as given; a label's value must be a text, a number, true or false."""
    labels = said.get("labels")
    if labels is None:
        return {}
    if not isinstance(labels, dict):
        raise misfit("it must be an object of names and values", f"{at}/labels")
    texts = {name: scalar(value) for name, value in labels.items()}
    for name, text in texts.items():
        if text is None and labels[name] is not None:
            raise misfit("its value must be a text or a number", f"{at}/labels/{escaped(name)}")
    return {name: text for name, text in texts.items() if text is not None}


def extras_in(said: Said) -> dict[str, str]:
    """Every other field that says something in one word."""
    texts = {name: scalar(value) for name, value in said.items() if name not in KNOWN}
    return {name: text for name, text in texts.items() if text is not None}


def started_at(said: Said, at: str) -> datetime:
    if said.get("started_at") is None:
        return START_UNSAID
    try:
        return msgspec.convert(said["started_at"], Moment).astimezone(UTC)
    except (msgspec.ValidationError, OverflowError) as fault:
        words = "it must be a time with a zone, such as 2026-03-01T02:30:00Z"
        raise misfit(words, f"{at}/started_at") from fault


def fingerprint_of(said: Said, title: str, labels: Mapping[str, str]) -> str:
    """What the sender calls it. Fields that vary while the problem lasts must not enter: neither
    the severity nor measured values, or the word that all is well would find no alert."""
    named = scalar(said.get("id")) or scalar(said.get("dedup_key"))
    if named:
        return identity(named)
    lasting = {name: text for name, text in labels.items() if name != "severity"}
    parts = [title, scalar(said.get("service")) or ""]
    parts += [f"{name}\0{lasting[name]}" for name in sorted(lasting)]
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def scalar(value: object) -> str | None:
    """A text, a number, true or false as words; None for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else None


def escaped(name: str) -> str:
    """As a step of a JSON pointer."""
    return one_line(name.replace("~", "~0").replace("/", "~1"), longest=100)


PLUGIN = Generic
EXAMPLE = Generic()
