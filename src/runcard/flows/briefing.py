"""What a responder is shown of an incident, and everybody of the board: nouns for every door."""

from dataclasses import dataclass
from datetime import datetime

from runcard.domain.alerts.model import Alert
from runcard.domain.comms.model import Draft, Update
from runcard.domain.incidents.clocks import Clock
from runcard.domain.incidents.model import Incident
from runcard.domain.paging.model import Attempt, Page
from runcard.domain.playbooks.card import Card, Mark, Promises
from runcard.domain.reviews.model import Review
from runcard.ledgers.timeline.model import Entry


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do now: a phase item of the document, or an act of the pager."""

    text: str
    mark: Mark
    phase: str | None = None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What happens if nobody acts: `Bram O. is paged at 03:06`."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PageShown:
    """A page with its person's name and its messages."""

    page: Page
    person: str
    attempts: tuple[Attempt, ...]
    waits_until: datetime | None = None
    """When it leaves with others, if nothing of it has left yet."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """All of one incident."""

    incident: Incident
    card: Card
    promises: Promises
    severity_name: str
    """`SEV1 Critical`, in the document's own words; `provisional` is said beside it."""
    clocks: tuple[Clock, ...]
    """The most pressing first."""
    next_step: NextStep | None
    ahead: Ahead | None
    alerts: tuple[Alert, ...]
    pages: tuple[PageShown, ...]
    drafts: tuple[Draft, ...]
    updates: tuple[Update, ...]
    review: Review | None
    timeline: tuple[Entry, ...]
    """Oldest first."""
    now: datetime


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One incident on the board."""

    incident: Incident
    severity_name: str
    rank: int
    levels: int
    next_clock: Clock | None
    next_step: NextStep | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody was paged and has not answered."""

    person: str
    incident: Incident
    paged_at: datetime
    ways: tuple[str, ...]
    ahead: Ahead | None


@dataclass(frozen=True, slots=True)
class Board:
    """What is open now, the next clock first; what must be mended before the next one."""

    rows: tuple[BoardRow, ...]
    waiting: tuple[Waiting, ...]
    mend: tuple[str, ...]
    now: datetime
