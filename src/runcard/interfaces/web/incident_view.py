"""A briefing as the incident page shows it: the faces of its clocks, and the one thing to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from runcard.domain.comms.model import Draft
from runcard.domain.incidents.clocks import ClockKind
from runcard.domain.incidents.model import State, Status
from runcard.domain.people.zones import zone_named
from runcard.domain.playbooks.model import Phase, Severity
from runcard.flows.briefing import Briefing, NextStep
from runcard.flows.briefings import step_after_answer
from runcard.interfaces.web.civil_time import Civil
from runcard.interfaces.web.clock_faces import Face, Mood, face, next_to_come
from runcard.interfaces.web.people_named import Names
from runcard.interfaces.web.wording import Chip, chip

# What follows what; a status may also be skipped, or set again.
ORDER = (Status.INVESTIGATING, Status.IDENTIFIED, Status.MITIGATING, Status.MONITORING)


class Panel(Enum):
    """What the one framed panel holds."""

    ACKNOWLEDGE = "acknowledge"
    CONFIRM_SEVERITY = "confirm"
    POST_UPDATE = "update"
    STEP = "step"
    REVIEW = "review"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level of the document, as it is offered for choosing."""

    severity: Severity
    chip: Chip
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class IncidentView:
    """A briefing, and what the page derives from it."""

    briefing: Briefing
    names: Names
    civil: Civil
    faces: tuple[Face, ...]

    @property
    def chip(self) -> Chip:
        """The severity in its own word and treatment."""
        told = self.briefing
        levels = max(1, len(told.card.playbook.severities))
        rank = told.promises.rank
        return chip(told.severity_name, rank, levels, provisional=told.incident.provisional)

    @property
    def head(self) -> Face | None:
        """The next clock that still counts."""
        return next_to_come(self.faces)

    @property
    def panel(self) -> Panel:
        """Who has it, how bad it is, who must be told, what the document says: in this order."""
        incident = self.briefing.incident
        if incident.state is State.OPEN:
            return Panel.ACKNOWLEDGE
        if incident.state is State.RESOLVED:
            return Panel.REVIEW
        if incident.provisional and self.levels:
            return Panel.CONFIRM_SEVERITY
        if self.is_update_overdue:
            return Panel.POST_UPDATE
        return Panel.STEP if self.briefing.next_step else Panel.NOTHING

    @property
    def then(self) -> NextStep | None:
        """What the document says once the panel's own act is done."""
        incident = self.briefing.incident
        if incident.state is State.RESOLVED:
            return None
        return step_after_answer(incident, self.briefing.card)

    @property
    def is_update_overdue(self) -> bool:
        """Whether people were promised news and have none."""
        return any(
            each.clock.kind is ClockKind.UPDATE and each.mood is Mood.OVER for each in self.faces
        )

    @property
    def phase(self) -> Phase | None:
        """The part of the document the next step stands in."""
        step = self.briefing.next_step
        phases = self.briefing.card.playbook.phases
        wanted = step.phase if step else None
        return next((phase for phase in phases if phase.title == wanted), None)

    @property
    def levels(self) -> tuple[LevelRow, ...]:
        """The document's own table of severities, the worst first."""
        severities = self.briefing.card.playbook.severities
        chosen = self.briefing.incident.severity
        return tuple(
            LevelRow(each, chip(named(each), rank, len(severities)), each.key == chosen)
            for rank, each in enumerate(severities)
        )

    @property
    def track(self) -> Sequence[Status]:
        """Every status, in the order of an incident's life."""
        return (*ORDER, Status.RESOLVED)

    @property
    def next_statuses(self) -> Sequence[Status]:
        """What can be said next, short of resolving."""
        return tuple(each for each in ORDER[1:] if each is not self.briefing.incident.status)

    def draft(self, template: str | None) -> Draft | None:
        """The draft of this name; the first without one."""
        drafts = self.briefing.drafts
        asked = (draft for draft in drafts if draft.template == template)
        return next(asked, drafts[0] if drafts else None)


def named(severity: Severity) -> str:
    """`SEV1 Critical`: key and name, each once."""
    name = severity.name or ""
    return name if name.startswith(severity.key) else f"{severity.key} {name}".strip()


def view_of(briefing: Briefing, me: str) -> IncidentView:
    """Everything the page derives, from a briefing and its reader."""
    now, opened_at = briefing.now, briefing.incident.opened_at
    team = briefing.card.team
    return IncidentView(
        briefing,
        Names(team, me),
        Civil(zone_named(team.hours.zone), now),
        tuple(face(clock, now, opened_at) for clock in briefing.clocks),
    )
