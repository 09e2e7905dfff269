"""What Alertmanager posts to a webhook receiver, version 4; Grafana's alerting posts the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated, ClassVar, Literal

import msgspec

from runcard.adapters.json_body import decoded
from runcard.adapters.plain_text import identity, one_line, tidy, web_link
from runcard.domain.alerts.model import START_UNSAID, AlertState, Signal

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Texts = dict[str, str]
UNNAMED = "An alert without a name"


class AlertSaid(msgspec.Struct, gc=False):
    """One alert of a post. Go writes an empty map as null, so null is no fault there."""

    status: Literal["firing", "resolved"]
    starts_at: Moment = msgspec.field(name="startsAt")
    labels: Texts | None = None
    annotations: Texts | None = None
    ends_at: Moment | None = msgspec.field(name="endsAt", default=None)
    link: str | None = msgspec.field(name="generatorURL", default=None)
    fingerprint: str | None = None


class Post(msgspec.Struct, gc=False):
    """The fields we use; Alertmanager adds others with every release, and they are skipped."""

    alerts: list[AlertSaid]
    group_key: str | None = msgspec.field(name="groupKey", default=None)


DECODER = msgspec.json.Decoder(Post)


@dataclass(frozen=True, slots=True)
class Alertmanager:
    """Alerts from a Prometheus Alertmanager, by a webhook receiver (version 4 of its payload).

    The title is the annotation `summary`, else the label `alertname`. Alerts of one `groupKey`
    belong to one incident. Each alert is read by its own status, not by that of the group.
    """

    kind: ClassVar[str] = "alertmanager"

    def parse(self, payload: bytes, headers: Mapping[str, str]) -> Sequence[Signal]:
        post = decoded(DECODER, payload)
        group_key = identity(post.group_key) if post.group_key else None
        return [signal_of(said, group_key) for said in post.alerts]


def signal_of(said: AlertSaid, group_key: str | None) -> Signal:
    """One alert as the house knows it; without a group it is a group of its own."""
    labels = tidied(said.labels)
    annotations = tidied(said.annotations)
    fingerprint = identity(said.fingerprint) if said.fingerprint else fingerprint_of(labels)
    cleared = said.status == "resolved"
    return Signal(
        fingerprint,
        AlertState.CLEARED if cleared else AlertState.FIRING,
        moment(said.starts_at) or START_UNSAID,
        title_of(labels, annotations),
        group_key or fingerprint,
        labels,
        annotations,
        moment(said.ends_at) if cleared else None,
        web_link(said.link),
    )


def tidied(texts: Texts | None) -> Texts:
    """Names and values, both bounded and free of control signs."""
    return {tidy(name): tidy(text) for name, text in texts.items()} if texts else {}


def title_of(labels: Texts, annotations: Texts) -> str:
    """What a person reads first."""
    summary = one_line(annotations.get("summary", ""))
    return summary or one_line(labels.get("alertname", "")) or UNNAMED


def fingerprint_of(labels: Texts) -> str:
    """A custom payload may leave the fingerprint out; the labels are what identifies an alert."""
    words = "\0".join(f"{name}\0{labels[name]}" for name in sorted(labels))
    return sha256(words.encode()).hexdigest()[:16]


def moment(said: datetime | None) -> datetime | None:
    """In UTC; None for Go's zero time, by which Alertmanager says that there is no such moment."""
    if said is None or said.year == 1:
        return None
    try:
        return said if said.tzinfo is UTC else said.astimezone(UTC)
    except OverflowError:
        return None


PLUGIN = Alertmanager
EXAMPLE = Alertmanager()
