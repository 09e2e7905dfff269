"""A page is one person to be woken about one incident; an attempt is one message by one way."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from runcard.domain.people.model import Way
from runcard.kernel.ids import IncidentId, PageId, PersonId


class PageState(Enum):
    """Whether it is still needed."""

    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Page:
    """`why` is said to the person: `You are first on call.`"""

    id: PageId
    incident_id: IncidentId
    person_id: PersonId
    level: int
    why: str
    state: PageState
    asked_at: datetime
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """Words on their way to one address; the same key on every try of the same attempt."""

    key: str
    to: str
    title: str
    body: str
    link: str
    """The incident's page."""
    ack_link: str
    """Opens a page with a button; opening it changes nothing."""
    urgent: bool


@dataclass(frozen=True, slots=True)
class Attempt:
    """One message by one way, on its way or gone."""

    page_id: PageId
    number: int
    way: Way
    message: Message
    started_at: datetime
    ended_at: datetime | None = None
    outcome: str | None = None
    """delivered, or why not."""
    person: str = ""
    """Their name, while the attempt is on its way; the page keeps the id."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """The provider has it."""

    reference: str


@dataclass(frozen=True, slots=True)
class Retry:
    """Not now; again after this long."""

    why: str
    after: timedelta


@dataclass(frozen=True, slots=True)
class Refused:
    """Not by this way; the next one is tried at once."""

    why: str


Receipt = Delivered | Retry | Refused
