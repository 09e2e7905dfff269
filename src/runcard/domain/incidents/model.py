"""One thing that is wrong, and how far we are with it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from runcard.kernel.ids import IncidentId, PlaybookId

OURSELVES = "runcard"
"""The source of incidents that Runcard raises about itself."""


class State(Enum):
    """Drives the pager."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    RESOLVED = "resolved"


class Status(Enum):
    """What is said about it; maps to the words of public status pages."""

    INVESTIGATING = "investigating"
    IDENTIFIED = "identified"
    MITIGATING = "mitigating"
    MONITORING = "monitoring"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class Incident:
    """`severity` is the document's own key; None while provisional with nothing that fits.
    `generation` rises with every answer, and older timers then do nothing."""

    id: IncidentId
    number: int
    title: str
    severity: str | None
    provisional: bool
    why: str
    """Why this severity."""
    why_line: int | None
    playbook_id: PlaybookId
    source: str
    group_key: str
    state: State
    status: Status
    generation: int
    opened_at: datetime
    escalating_since: datetime
    """Where the waits of the escalation count from: the opening, or the last new beginning."""
    acknowledged_at: datetime | None = None
    acknowledged_by: str | None = None
    responded_at: datetime | None = None
    monitoring_since: datetime | None = None
    updated_at: datetime | None = None
    """When people were last told."""
    resolved_at: datetime | None = None
    commander: str | None = None

    @property
    def name(self) -> str:
        return f"INC-{self.number}"


@dataclass(frozen=True, slots=True)
class Opening:
    """What is needed to open an incident, or to find the one it joins."""

    title: str
    severity: str | None
    why: str
    why_line: int | None
    playbook_id: PlaybookId
    source: str
    group_key: str
    """At most one incident of it is open: source, playbook and the source's own group."""
    rank: int
    """0 is the worst; a late joiner of a lower rank raises the incident."""

    @property
    def provisional(self) -> bool:
        return self.severity is None
