"""What crosses the wire, and how it is made from the nouns: the same shapes for every client."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, Literal, TypeVar

import msgspec

from runcard.domain.incidents.clocks import Clock, ClockKind
from runcard.domain.incidents.model import Incident, State, Status
from runcard.domain.playbooks.card import Mark, Promises, Within
from runcard.flows.briefing import Ahead, Board, BoardRow, NextStep, Waiting
from runcard.flows.incident_is_acknowledged import AcknowledgementKept
from runcard.ledgers.timeline import render
from runcard.ledgers.timeline.model import Entry

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """Some of a list; `next_cursor` asks for what follows."""

    data: tuple[T, ...]
    next_cursor: str | None = None


@dataclass(frozen=True, slots=True)
class MarkShown:
    """Where a promise comes from; `text` says it in words."""

    line: int | None
    from_document: bool
    by: str | None
    text: str


@dataclass(frozen=True, slots=True)
class IncidentShown:
    """One incident; moments and names are null until they are."""

    id: str
    name: str
    number: int
    title: str
    severity: str | None
    provisional: bool
    why: str
    why_line: int | None
    playbook_id: str
    source: str
    state: State
    status: Status
    opened_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str | None
    responded_at: datetime | None
    monitoring_since: datetime | None
    updated_at: datetime | None
    resolved_at: datetime | None
    commander: str | None


@dataclass(frozen=True, slots=True)
class KeptShown:
    """An acknowledgement that is on disk and waits for the database; `next` says what happens."""

    name: str
    acknowledged_by: str
    next: str
    state: Literal["kept"] = "kept"


@dataclass(frozen=True, slots=True)
class ClockShown:
    """One promise on its way."""

    kind: ClockKind
    due_at: datetime
    met_at: datetime | None
    promise: str
    mark: MarkShown
    overdue: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class StepShown:
    """The one thing to do now."""

    text: str
    phase: str | None
    mark: MarkShown


@dataclass(frozen=True, slots=True)
class RowShown:
    """One line of the board or of the list."""

    incident: IncidentShown
    severity_name: str
    rank: int
    levels: int
    next_clock: ClockShown | None
    next_step: StepShown | None


@dataclass(frozen=True, slots=True)
class WaitingShown:
    """Somebody was paged and has not answered."""

    person: str
    incident: IncidentShown
    paged_at: datetime
    ways: tuple[str, ...]
    ahead: Ahead | None


@dataclass(frozen=True, slots=True)
class BoardShown:
    """What is open now, and what must be mended."""

    rows: tuple[RowShown, ...]
    waiting: tuple[WaitingShown, ...]
    mend: tuple[str, ...]
    now: datetime


@dataclass(frozen=True, slots=True)
class WithinShown:
    """A promise of time."""

    span: timedelta | None
    calendar: str | None
    text: str
    mark: MarkShown


@dataclass(frozen=True, slots=True)
class PromisesShown:
    """What the severity in force promises; null where nothing is owed."""

    rank: int
    pages: bool
    why_silent: str | None
    acknowledge: WithinShown | None
    respond: WithinShown | None
    update_every: WithinShown | None
    review: WithinShown | None
    monitoring: WithinShown


@dataclass(frozen=True, slots=True)
class EntryShown:
    """One line of the timeline: the sentence for people, the data for programs."""

    position: int
    at: datetime
    by: str
    kind: str
    word: str
    sentence: str
    key: bool
    data: Mapping[str, Any]
    digest: str


def mark_shown(mark: Mark) -> MarkShown:
    """A line of the document, or who says it instead."""
    by = None if mark.is_from_document else mark.by
    return MarkShown(mark.line, mark.is_from_document, by, str(mark))


def incident_shown(one: Incident) -> IncidentShown:
    """Everything but what only the pager needs."""
    return IncidentShown(
        one.id, one.name, one.number, one.title, one.severity, one.provisional, one.why,
        one.why_line, one.playbook_id, one.source, one.state, one.status, one.opened_at,
        one.acknowledged_at, one.acknowledged_by, one.responded_at, one.monitoring_since,
        one.updated_at, one.resolved_at, one.commander,
    )  # fmt: skip


def kept_shown(kept: AcknowledgementKept) -> KeptShown:
    """Whose it is, and what happens next."""
    return KeptShown(kept.ref, kept.by, kept.next)


def clock_shown(clock: Clock, now: datetime) -> ClockShown:
    """A clock as it stands at a moment."""
    return ClockShown(
        clock.kind, clock.due_at, clock.met_at, clock.promise, mark_shown(clock.mark),
        clock.is_overdue(now), clock.was_kept,
    )  # fmt: skip


def step_shown(step: NextStep | None) -> StepShown | None:
    """What to do now, if anything is left to do."""
    return None if step is None else StepShown(step.text, step.phase, mark_shown(step.mark))


def row_shown(row: BoardRow, now: datetime) -> RowShown:
    """A line as it stands at a moment."""
    clock = None if row.next_clock is None else clock_shown(row.next_clock, now)
    return RowShown(
        incident_shown(row.incident), row.severity_name, row.rank, row.levels, clock,
        step_shown(row.next_step),
    )  # fmt: skip


def board_shown(board: Board) -> BoardShown:
    """The whole board."""
    rows = tuple(row_shown(row, board.now) for row in board.rows)
    return BoardShown(rows, tuple(map(waiting_shown, board.waiting)), board.mend, board.now)


def waiting_shown(waiting: Waiting) -> WaitingShown:
    """Whom we wait for."""
    return WaitingShown(
        waiting.person, incident_shown(waiting.incident), waiting.paged_at, waiting.ways,
        waiting.ahead,
    )  # fmt: skip


def within_shown(within: Within) -> WithinShown:
    """A span, or a moment of the calendar."""
    return WithinShown(within.span, within.calendar, within.text, mark_shown(within.mark))


def promises_shown(owed: Promises) -> PromisesShown:
    """All promises of a level."""
    acknowledge, respond, update_every, review = (
        None if each is None else within_shown(each)
        for each in (owed.acknowledge, owed.respond, owed.update_every, owed.review)
    )
    return PromisesShown(
        owed.rank, owed.pages, owed.why_silent, acknowledge, respond, update_every, review,
        within_shown(owed.monitoring),
    )  # fmt: skip


def entry_shown(entry: Entry) -> EntryShown:
    """An entry with its sentence, the same words as on the web."""
    return EntryShown(
        entry.position, entry.at, entry.by, entry.event.kind, render.word(entry),
        render.sentence(entry), render.is_key(entry), msgspec.to_builtins(entry.event),
        entry.digest,
    )  # fmt: skip
