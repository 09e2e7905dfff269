"""A run card: a compiled playbook, the team that uses it, and what it promises at each level."""

from dataclasses import dataclass
from datetime import timedelta

from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.model import Playbook, Severity
from runcard.kernel.ids import PlaybookId


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a promise comes from: a line of the document, or (None) not from the document."""

    line: int | None = None
    by: str = "our default"
    """Who says it where the document does not: `our default` or `team file`."""

    @property
    def is_from_document(self) -> bool:
        return self.line is not None

    def __str__(self) -> str:
        return f"L{self.line}" if self.line is not None else f"not from your document, {self.by}"


@dataclass(frozen=True, slots=True)
class Within:
    """A promise of time: a span of wall-clock time, or a moment of the team's calendar."""

    span: timedelta | None
    calendar: str | None
    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Promises:
    """What one level promises; None where nothing is owed."""

    severity: Severity | None
    rank: int
    """0 is the worst level."""
    pages: bool
    """False where the document says ticket or no notification: it wakes nobody."""
    why_silent: str | None
    acknowledge: Within | None
    respond: Within | None
    update_every: Within | None
    review: Within | None
    monitoring: Within


@dataclass(frozen=True, slots=True)
class Card:
    """One published version of a playbook beside the team file in force."""

    id: PlaybookId
    name: str
    playbook: Playbook
    team: TeamFile
