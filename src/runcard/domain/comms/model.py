"""What stakeholders are told."""

from dataclasses import dataclass
from datetime import datetime

from runcard.domain.playbooks.card import Mark
from runcard.kernel.ids import IncidentId, UpdateId


@dataclass(frozen=True, slots=True)
class Gap:
    """A placeholder nothing is known for yet; `start` and `end` are its place in the draft. A token
    that a line break goes through has single blanks."""

    token: str
    start: int
    end: int
    line: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A template filled as far as the facts go."""

    template: str
    audience: str
    text: str
    gaps: tuple[Gap, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Update:
    """What was said, to whom, when."""

    id: UpdateId
    incident_id: IncidentId
    template: str
    text: str
    by: str
    at: datetime
