"""Nouns of what else stands in a playbook: fences, links, drills, duty hours, agendas, forms."""

from dataclasses import dataclass
from enum import Enum

from runcard.domain.playbooks.nouns.said import Text, TimeValue


class FenceKind(Enum):
    """What fenced text is, by its content rather than its tag."""

    COMMANDS = "commands"
    SQL = "sql"
    TEMPLATE = "template"
    REVIEW_TEMPLATE = "postmortem-template"
    ACTION_TEMPLATE = "action-template"
    PROSE_STEPS = "prose-steps"
    CHECKLIST = "checklist"
    SCHEDULE = "schedule"
    CONTACTS = "contacts"
    DIAGRAM = "diagram"
    CONFIG = "config"
    COMMENTS = "comment-only"
    POINTER = "pointer"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class FencedBlock:
    """Fenced text; `line` and `end` are its delimiters, `section` the headings above it."""

    line: int
    end: int
    lang: str | None
    label: str | None
    section: tuple[str, ...]
    kind: FenceKind
    commands: int = 0


class LinkKind(Enum):
    """Where a link leads."""

    EXTERNAL = "external"
    STATUS = "status"
    DASHBOARD = "dashboard"
    DOC = "doc"
    ANCHOR = "anchor"


@dataclass(frozen=True, slots=True)
class Link:
    """One occurrence of an address."""

    target: str
    line: int
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class Drill:
    """What is practised, and how often."""

    what: str
    every: TimeValue


@dataclass(frozen=True, slots=True)
class DutyHours:
    """Who has duty when, as the document writes it; `line` is the heading."""

    line: int
    first_line: int
    last_line: int
    entries: tuple[str, ...]
    timezone: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """One point of the review meeting."""

    title: str
    line: int
    timebox: TimeValue | None = None


@dataclass(frozen=True, slots=True)
class ActionForm:
    """The form of one action item: its named fields, and what some may be chosen from."""

    line: int
    fields: tuple[str, ...]
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ActionWindow:
    """By when actions of one class must be done."""

    title: str
    within: TimeValue


@dataclass(frozen=True, slots=True)
class WarRoom:
    """Where people gather: who takes part, by which means, and how often they are told."""

    line: int
    end_line: int
    participants: tuple[Text, ...] = ()
    tools: tuple[Text, ...] = ()
    cadence: tuple[Text, ...] = ()
