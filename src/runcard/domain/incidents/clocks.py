"""The clocks of an incident: derived from what happened and what was promised, never stored."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from runcard.domain.incidents.model import Incident, State
from runcard.domain.oncall.calendar import due_at
from runcard.domain.people.model import WorkingHours
from runcard.domain.playbooks.card import Mark, Promises, Within


class ClockKind(Enum):
    """What is owed."""

    ACKNOWLEDGE = "acknowledge"
    RESPOND = "respond"
    UPDATE = "update"
    MONITORING = "monitoring"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Clock:
    """One promise on its way. `met_at` None and `due_at` past: overdue."""

    kind: ClockKind
    due_at: datetime
    met_at: datetime | None
    promise: str
    """The document's own phrase, or ours."""
    mark: Mark

    def is_overdue(self, now: datetime) -> bool:
        return self.met_at is None and now > self.due_at

    @property
    def was_kept(self) -> bool:
        return self.met_at is not None and self.met_at <= self.due_at


def clocks(
    incident: Incident, promises: Promises, hours: WorkingHours, now: datetime
) -> tuple[Clock, ...]:
    """Every promise on its way, the most pressing first: open ones by their time, then those met.
    A provisional incident is given the promises of the worst level by its caller."""
    found = [
        acknowledge_clock(incident, promises, hours),
        respond_clock(incident, promises, hours),
        update_clock(incident, promises, hours),
        monitoring_clock(incident, promises, hours),
        review_clock(incident, promises, hours),
    ]
    return tuple(
        sorted((one for one in found if one is not None), key=lambda one: urgency(one, now))
    )


def urgency(clock: Clock, now: datetime) -> tuple[bool, bool, float]:
    """Open before met; among the open the overdue first; then by time, the latest met first."""
    moment = clock.due_at.timestamp()
    if clock.met_at is not None:
        return True, False, -clock.met_at.timestamp()
    return False, not clock.is_overdue(now), moment


def acknowledge_clock(incident: Incident, promises: Promises, hours: WorkingHours) -> Clock | None:
    """Stopped by the acknowledgement."""
    met = first_of(incident.acknowledged_at, incident.resolved_at)
    return clock_of(ClockKind.ACKNOWLEDGE, promises.acknowledge, incident.opened_at, (hours, met))


def respond_clock(incident: Incident, promises: Promises, hours: WorkingHours) -> Clock | None:
    """Stopped by the first status change, role or note."""
    met = first_of(incident.responded_at, incident.resolved_at)
    return clock_of(ClockKind.RESPOND, promises.respond, incident.opened_at, (hours, met))


def update_clock(incident: Incident, promises: Promises, hours: WorkingHours) -> Clock | None:
    """The next update, counted from the last or from the opening; none is owed after the end."""
    if incident.state is State.RESOLVED:
        return None
    since = incident.updated_at or incident.opened_at
    return clock_of(ClockKind.UPDATE, promises.update_every, since, (hours, None))


def monitoring_clock(incident: Incident, promises: Promises, hours: WorkingHours) -> Clock | None:
    """How long it is still watched; met by the resolution."""
    if incident.monitoring_since is None:
        return None
    place = (hours, incident.resolved_at)
    return clock_of(ClockKind.MONITORING, promises.monitoring, incident.monitoring_since, place)


def review_clock(incident: Incident, promises: Promises, hours: WorkingHours) -> Clock | None:
    """Owed from the resolution on; whether it was held, the review itself knows."""
    if incident.resolved_at is None:
        return None
    return clock_of(ClockKind.REVIEW, promises.review, incident.resolved_at, (hours, None))


def first_of(*moments: datetime | None) -> datetime | None:
    """The earliest of the moments that came: what is resolved needs no answer any more."""
    return min((moment for moment in moments if moment is not None), default=None)


def clock_of(
    kind: ClockKind,
    promise: Within | None,
    since: datetime,
    place: tuple[WorkingHours, datetime | None],
) -> Clock | None:
    """A promise with a time becomes a clock; one without does not."""
    hours, met_at = place
    due = None if promise is None else due_at(promise, since, hours)
    if promise is None or due is None:
        return None
    return Clock(kind, due, met_at, promise.text, promise.mark)
