"""All of one incident, as a client is shown it. Addresses and signed links stay in the house."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from runcard.domain.alerts.model import Alert, AlertState
from runcard.domain.comms.model import Draft, Gap, Update
from runcard.domain.paging.model import Attempt, PageState
from runcard.domain.reviews.model import Review
from runcard.flows.briefing import Ahead, Briefing, PageShown
from runcard.interfaces.api.wire import (
    ClockShown,
    EntryShown,
    IncidentShown,
    MarkShown,
    PromisesShown,
    StepShown,
    clock_shown,
    entry_shown,
    incident_shown,
    mark_shown,
    promises_shown,
    step_shown,
)


@dataclass(frozen=True, slots=True)
class PlaybookNamed:
    """The version an incident stands on."""

    id: str
    name: str
    title: str | None


@dataclass(frozen=True, slots=True)
class LevelShown:
    """A severity one may choose; rank 0 is the worst."""

    key: str
    name: str | None
    rank: int
    line: int


@dataclass(frozen=True, slots=True)
class AlertShown:
    """One occurrence."""

    id: str
    title: str
    state: AlertState
    source: str
    labels: Mapping[str, str]
    annotations: Mapping[str, str]
    link: str | None
    starts_at: datetime
    ends_at: datetime | None
    first_at: datetime
    last_at: datetime
    times: int


@dataclass(frozen=True, slots=True)
class AttemptShown:
    """One message by one way, without its address and its link."""

    number: int
    way: str
    started_at: datetime
    ended_at: datetime | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class PagedShown:
    """One person paged."""

    id: str
    person: str
    person_id: str
    level: int
    why: str
    state: PageState
    asked_at: datetime
    answered_at: datetime | None
    attempts: tuple[AttemptShown, ...]
    waits_until: datetime | None = None
    """When it leaves with others, if nothing of it has left yet."""


@dataclass(frozen=True, slots=True)
class DraftShown:
    """A template filled as far as the facts go."""

    template: str
    audience: str
    text: str
    gaps: tuple[Gap, ...]
    mark: MarkShown


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """The review, Markdown."""

    id: str
    text: str
    template_mark: MarkShown
    due_at: datetime | None
    drafted_at: datetime


@dataclass(frozen=True, slots=True)
class BriefingShown:
    """All of one incident."""

    incident: IncidentShown
    severity_name: str
    playbook: PlaybookNamed
    severities: tuple[LevelShown, ...]
    promises: PromisesShown
    clocks: tuple[ClockShown, ...]
    next_step: StepShown | None
    ahead: Ahead | None
    alerts: tuple[AlertShown, ...]
    pages: tuple[PagedShown, ...]
    drafts: tuple[DraftShown, ...]
    updates: tuple[Update, ...]
    review: ReviewShown | None
    timeline: tuple[EntryShown, ...]
    now: datetime


def briefing_shown(told: Briefing) -> BriefingShown:
    """The whole briefing."""
    card = told.card
    levels = enumerate(card.playbook.severities)
    return BriefingShown(
        incident_shown(told.incident),
        told.severity_name,
        PlaybookNamed(card.id, card.name, card.playbook.title),
        tuple(LevelShown(level.key, level.name, rank, level.line) for rank, level in levels),
        promises_shown(told.promises),
        tuple(clock_shown(clock, told.now) for clock in told.clocks),
        step_shown(told.next_step),
        told.ahead,
        tuple(map(alert_shown, told.alerts)),
        tuple(map(paged_shown, told.pages)),
        tuple(map(draft_shown, told.drafts)),
        told.updates,
        None if told.review is None else review_shown(told.review),
        tuple(map(entry_shown, told.timeline)),
        told.now,
    )


def alert_shown(one: Alert) -> AlertShown:
    """An occurrence and what its source said."""
    said = one.signal
    return AlertShown(
        one.id, said.title, one.state, said.source, said.labels, said.annotations, said.link,
        said.starts_at, said.ends_at, one.first_at, one.last_at, one.times,
    )  # fmt: skip


def paged_shown(shown: PageShown) -> PagedShown:
    """A page and how its messages fared."""
    page = shown.page
    return PagedShown(
        page.id, shown.person, page.person_id, page.level, page.why, page.state, page.asked_at,
        page.answered_at, tuple(map(attempt_shown, shown.attempts)),
        shown.waits_until,
    )  # fmt: skip


def attempt_shown(one: Attempt) -> AttemptShown:
    """A message without its words: they hold the link that acknowledges."""
    return AttemptShown(one.number, one.way.kind, one.started_at, one.ended_at, one.outcome)


def draft_shown(draft: Draft) -> DraftShown:
    """A draft and where it came from."""
    return DraftShown(
        draft.template, draft.audience, draft.text, draft.gaps, mark_shown(draft.mark)
    )


def review_shown(review: Review) -> ReviewShown:
    """A review and whose template it follows."""
    return ReviewShown(
        review.id, review.text, mark_shown(review.template_mark), review.due_at, review.drafted_at
    )
