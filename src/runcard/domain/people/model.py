"""People, the ways to reach them, and the team file that says who or what every name is here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from runcard.kernel.ids import PersonId


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a person: the kind of a notifier and the address it needs."""

    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be paged; ways in the order they are tried."""

    id: PersonId
    name: str
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When the team works: days count from Monday 0; hours are civil time in the zone."""

    zone: str = "UTC"
    days: frozenset[int] = frozenset(range(5))
    opens: time = time(9)
    closes: time = time(17)
    holidays: frozenset[date] = frozenset()
    country: str | None = None
    """Two letters and an optional subdivision (`DE-BY`), whose public holidays are free too."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A static list: the first person is on call."""

    name: str
    people: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class PersonTarget:
    """One person."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class ScheduleTarget:
    """Whoever is on call there."""

    schedule: str


@dataclass(frozen=True, slots=True)
class GroupTarget:
    """Everybody in a group of the team file."""

    group: str
    people: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Not a person: a channel, an address, a host, a value."""

    text: str


Target = PersonTarget | ScheduleTarget | GroupTarget | Words


@dataclass(frozen=True, slots=True)
class PlaybookSource:
    """One document in use, or a folder of them, and what it is for: the services, teams and labels
    whose alerts it answers."""

    name: str
    path: str
    services: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    repository: str | None = None
    """Where `path` is looked for: a git repository, or None for the folder of the team file."""
    branch: str | None = None
    every: timedelta | None = None
    """How often it is read again; None where only a start or a push does."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """The team's own defaults, where a document is silent; None leaves ours in force."""

    acknowledge: timedelta | None = None
    respond: timedelta | None = None
    update_every: tuple[timedelta | None, ...] = ()
    """By rank, the worst level first."""
    review_within: timedelta | None = None
    monitoring: timedelta | None = None
    chain: tuple[str, ...] = ()
    """Titles, in order, where the document has no escalation chain."""


@dataclass(frozen=True, slots=True)
class TeamFile:
    """Everything the team file says. `bindings` is keyed by the folded name (see binding.py)."""

    team: str = "this team"
    hours: WorkingHours = field(default_factory=WorkingHours)
    people: Mapping[str, Person] = field(default_factory=dict)
    schedules: Mapping[str, Schedule] = field(default_factory=dict)
    groups: Mapping[str, tuple[PersonId, ...]] = field(default_factory=dict)
    bindings: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    fallback: tuple[PersonId, ...] = ()
    """Who is paged when a name is bound to nobody."""
    playbooks: tuple[PlaybookSource, ...] = ()
    default_playbook: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    """Foreign words for severity (critical, warning) → a key of the document, or a rank from 1."""
    overrides: Overrides = field(default_factory=Overrides)
