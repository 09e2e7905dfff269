"""A signal is what a monitoring system said; an alert is what we remember of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum

from runcard.kernel.ids import AlertId, IncidentId

START_UNSAID = datetime(1970, 1, 1, tzinfo=UTC)
"""When the source did not say since when: a parser knows no clock, and an identity needs a value
that is the same at every repeat."""

BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
"""When our own alerts about ourselves began, so that each is the same one at every repeat."""


class AlertState(Enum):
    """Whether the source still says that it is wrong."""

    FIRING = "firing"
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class Signal:
    """One alert of one post. `fingerprint` and `starts_at` are its identity at the source."""

    fingerprint: str
    state: AlertState
    starts_at: datetime
    title: str
    group_key: str
    labels: Mapping[str, str] = field(default_factory=dict)
    annotations: Mapping[str, str] = field(default_factory=dict)
    ends_at: datetime | None = None
    link: str | None = None
    source: str = ""
    """The name of the key it came by; set by the door."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The severity of a signal with its reason. `key` None: nothing fits, and it is treated as the
    worst until a person confirms; `line` is the line of the document that decided."""

    key: str | None
    why: str
    line: int | None = None


class Fold(Enum):
    """What a signal did to what we remember."""

    NEW = "new"
    AGAIN = "again"
    CLEARED = "cleared"
    KEPT = "kept"
    """On disk while the database is away; it is folded in when that is back."""
    LATE = "late"
    """A replica's late word about something that is over."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One occurrence, remembered."""

    id: AlertId
    signal: Signal
    state: AlertState
    incident_id: IncidentId | None
    first_at: datetime
    last_at: datetime
    times: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A signal that is on disk and waits for the database; its occurrence has no id yet."""

    fold: Fold = Fold.KEPT


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of one signal."""

    alert_id: AlertId
    fold: Fold
    incident_id: IncidentId | None = None
