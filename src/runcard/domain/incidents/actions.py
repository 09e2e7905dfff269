"""What people and the engine do with an incident."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from runcard.db.work import Work
from runcard.domain.incidents import store
from runcard.domain.incidents.model import Incident, Opening, State, Status
from runcard.domain.incidents.rules import check_acknowledgement, check_status_change
from runcard.kernel.errors import Conflict, NotFound
from runcard.kernel.ids import IncidentId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda.model import KeptBack
from runcard.ledgers.agenda.store import quarantine
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import (
    Acknowledged,
    NoteWritten,
    Resolved,
    RoleTaken,
    SeverityRaised,
    SeveritySet,
    StatusChanged,
)


@dataclass(frozen=True, slots=True)
class Opened:
    """The incident of each group, and the groups whose incident this unit began."""

    incidents: Mapping[str, Incident]
    fresh: frozenset[str]


def open_or_join(work: Work, openings: Mapping[str, Opening]) -> Opened:
    """One open incident a group: join it where there is one, else open it."""
    require(work.actor, Permission.INGEST)
    there = store.open_groups(work, list(openings))
    missing = {group: openings[group] for group in openings if group not in there}
    begun = store.open_new(work, missing)
    beaten = [group for group in missing if group not in begun]
    joined = store.open_groups(work, beaten) if beaten else {}
    return Opened({**there, **begun, **joined}, frozenset(begun))


def over_before(
    work: Work, incident_ids: Collection[IncidentId], moment: datetime
) -> set[IncidentId]:
    """Those of the incidents that were resolved before a moment."""
    require(work.actor, Permission.INGEST)
    return store.resolved_before(work, incident_ids, moment)


def declare(work: Work, opening: Opening) -> Incident:
    """A person says that something is wrong."""
    require(work.actor, Permission.RESPOND)
    return store.open_new(work, {opening.group_key: opening})[opening.group_key]


def held(work: Work, ref: str) -> Incident:
    """The incident, by id or number, held until this unit commits."""
    require(work.actor, Permission.READ)
    found = store.find(work, ref)
    incident = None if found is None else store.locked(work, found.id)
    if incident is None:
        raise NotFound(f"There is no incident {ref}; `runcard incident list` shows those there are")
    return incident


def held_together(work: Work, incident_ids: Sequence[str]) -> dict[str, Incident]:
    """Incidents by id, held in one order until this unit commits."""
    require(work.actor, Permission.READ)
    return store.locked_together(work, incident_ids)


def stand_still(work: Work, why: str) -> KeptBack:
    """What is open, and all that is planned, waits until a person says so: this is a copy."""
    require(work.actor, Permission.ADMINISTER)
    return quarantine.begin(work, why, select(store.incident.c.id).where(store.is_open))


def acknowledge(work: Work, incident: Incident, by: str, through: str) -> None:
    """Somebody has it. Raises Conflict when somebody had it before."""
    require(work.actor, Permission.RESPOND)
    check_acknowledgement(incident)
    store.acknowledge_if_open(work, incident.id, by)
    timeline.write(work, incident.id, Acknowledged(by=by, through=through))


def change_status(work: Work, incident: Incident, status: Status, why: str) -> None:
    """Say something else about it. Raises Conflict for a change that makes no sense."""
    require(work.actor, Permission.RESPOND)
    check_status_change(incident, status)
    store.set_status(work, incident.id, status)
    told = StatusChanged(status=status.value, was=incident.status.value, why=why)
    timeline.write(work, incident.id, told)


def begin_anew(work: Work, incident_id: IncidentId, since: datetime | None = None) -> Incident:
    """Escalation starts over, its waits counted from now or from `since`; returns the incident
    with its new generation."""
    require(work.actor, Permission.INGEST)
    store.begin_anew(work, incident_id, since or work.now)
    incident = store.locked(work, incident_id)
    assert incident is not None
    return incident


def begin_earlier(work: Work, shifts: Mapping[IncidentId, timedelta]) -> None:
    """The clock was set back: the moments waits count from go with it."""
    require(work.actor, Permission.INGEST)
    store.begin_earlier(work, shifts)


def set_severity(work: Work, incident: Incident, severity: str) -> None:
    """A person chooses or confirms the severity."""
    require(work.actor, Permission.RESPOND)
    ensure_unresolved(incident)
    store.set_severity(work, incident.id, severity, f"{work.actor.label} chose it")
    confirmed = incident.severity in {None, severity}
    told = SeveritySet(severity=severity, was=incident.severity, confirmed=confirmed)
    timeline.write(work, incident.id, told)


def raise_severity(work: Work, incident: Incident, opening: Opening) -> None:
    """A late joiner is worse than what we thought."""
    require(work.actor, Permission.INGEST)
    store.raise_severity(work, incident.id, opening)
    raised = SeverityRaised(
        severity=opening.severity or "provisional", was=incident.severity, why=opening.why
    )
    timeline.write(work, incident.id, raised)


def respond(work: Work, incident_id: IncidentId) -> None:
    """Somebody works on it: the respond clock stops at the first sign."""
    require(work.actor, Permission.RESPOND)
    store.mark_responded(work, incident_id)


def note(work: Work, incident: Incident, text: str) -> None:
    """Write down what was seen."""
    require(work.actor, Permission.RESPOND)
    timeline.write(work, incident.id, NoteWritten(text=text))


def take_command(work: Work, incident: Incident, role: str, person: str) -> None:
    """Somebody commands."""
    require(work.actor, Permission.RESPOND)
    ensure_unresolved(incident)
    store.set_commander(work, incident.id, person)
    timeline.write(work, incident.id, RoleTaken(role=role, person=person))


def people_were_told(work: Work, incident_id: IncidentId) -> None:
    """An update went out: the next one is owed from now."""
    require(work.actor, Permission.RESPOND)
    store.mark_updated(work, incident_id)


def resolve(work: Work, incident: Incident, why: str) -> None:
    """It is over. Raises Conflict when it was over before."""
    require(work.actor, Permission.RESPOND)
    if not store.resolve_if_unresolved(work, incident.id):
        raise Conflict(f"{incident.name} is resolved already")
    timeline.write(work, incident.id, Resolved(why=why))


def ensure_unresolved(incident: Incident) -> None:
    """Raises Conflict for an incident that is over."""
    if incident.state is State.RESOLVED:
        raise Conflict(f"{incident.name} is resolved already")
