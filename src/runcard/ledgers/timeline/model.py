"""What did happen: one frozen dataclass a kind, of words and ids only; never changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from runcard.ledgers.timeline.copies import QuarantineBegun, QuarantineEnded
from runcard.ledgers.timeline.shelf import (
    LibraryUnread,
    PlaybookHeld,
    PlaybookPublished,
    PlaybookRetired,
)


@dataclass(frozen=True, slots=True)
class Opened:
    """An incident began, by an alert or by a person."""

    kind: ClassVar[str] = "opened"

    title: str
    severity: str | None
    provisional: bool
    why: str
    playbook: str


@dataclass(frozen=True, slots=True)
class AlertJoined:
    """An alert belongs to this incident."""

    kind: ClassVar[str] = "alert_joined"

    alert_id: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class AlertCleared:
    """The source that fired says that it is over."""

    kind: ClassVar[str] = "alert_cleared"

    alert_id: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class Escalated:
    """The next level was told; `why` says which rung and from where."""

    kind: ClassVar[str] = "escalated"

    level: int
    title: str
    people: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class NobodyFound:
    """A level names somebody we cannot reach; who was paged instead."""

    kind: ClassVar[str] = "nobody_found"

    title: str
    why: str
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EscalationExhausted:
    """Everybody was told, as often as the policy says."""

    kind: ClassVar[str] = "escalation_exhausted"

    rounds: int


@dataclass(frozen=True, slots=True)
class EscalationMended:
    """Nothing was planned for an incident nobody had answered, so its escalation began anew."""

    kind: ClassVar[str] = "escalation_mended"

    why: str


@dataclass(frozen=True, slots=True)
class PageSent:
    """A page left the house."""

    kind: ClassVar[str] = "page_sent"

    page_id: str
    person: str
    way: str
    attempt: int
    beside: int = 0
    """How many other incidents the same message told."""


@dataclass(frozen=True, slots=True)
class PageFailed:
    """A page did not leave, and what comes next."""

    kind: ClassVar[str] = "page_failed"

    page_id: str
    person: str
    way: str
    why: str
    then: str


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """Somebody has it; `through` is the door or way the answer came by."""

    kind: ClassVar[str] = "acknowledged"

    by: str
    through: str


@dataclass(frozen=True, slots=True)
class SeveritySet:
    """A person chose or confirmed the severity."""

    kind: ClassVar[str] = "severity_set"

    severity: str
    was: str | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class SeverityRaised:
    """A later alert of a higher severity raised it."""

    kind: ClassVar[str] = "severity_raised"

    severity: str
    was: str | None
    why: str


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """What is said about it changed; `word` is the document's own, where it has one."""

    kind: ClassVar[str] = "status_changed"

    status: str
    was: str
    why: str


@dataclass(frozen=True, slots=True)
class UpdatePosted:
    """People were told."""

    kind: ClassVar[str] = "update_posted"

    update_id: str
    template: str
    text: str


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """A person wrote down what they saw."""

    kind: ClassVar[str] = "note_written"

    text: str


@dataclass(frozen=True, slots=True)
class RoleTaken:
    """A person took a role of the document."""

    kind: ClassVar[str] = "role_taken"

    role: str
    person: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """It is over."""

    kind: ClassVar[str] = "resolved"

    why: str


@dataclass(frozen=True, slots=True)
class ReviewDrafted:
    """The review was drafted from the document's own template, or from ours."""

    kind: ClassVar[str] = "review_drafted"

    review_id: str
    due: str | None


@dataclass(frozen=True, slots=True)
class TokenIssued:
    """Somebody may come in."""

    kind: ClassVar[str] = "token_issued"

    name: str


@dataclass(frozen=True, slots=True)
class Started:
    """Runcard began to work; many of these in a minute are a process that dies again and again."""

    kind: ClassVar[str] = "started"

    version: str


@dataclass(frozen=True, slots=True)
class ClockJumped:
    """The wall clock moved by itself; `seconds` is how far, and less than nothing for backwards."""

    kind: ClassVar[str] = "clock_jumped"

    seconds: int
    node: str
    replanned: int


Event = (
    Opened
    | AlertJoined
    | AlertCleared
    | Escalated
    | NobodyFound
    | EscalationExhausted
    | EscalationMended
    | PageSent
    | PageFailed
    | Acknowledged
    | SeveritySet
    | SeverityRaised
    | StatusChanged
    | UpdatePosted
    | NoteWritten
    | RoleTaken
    | Resolved
    | ReviewDrafted
    | PlaybookPublished
    | PlaybookHeld
    | PlaybookRetired
    | LibraryUnread
    | TokenIssued
    | ClockJumped
    | Started
    | QuarantineBegun
    | QuarantineEnded
)
KINDS: dict[str, type[Event]] = {kind.kind: kind for kind in Event.__args__}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a subject's story; `position` counts from 1 without a gap."""

    subject: str
    position: int
    at: datetime
    by: str
    event: Event
    digest: str
