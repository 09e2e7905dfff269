"""Which changes an incident may go through, and which alert makes it worse."""

from datetime import datetime, timedelta

from runcard.domain.incidents.model import Incident, State, Status
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.levels.spellings import level_named
from runcard.kernel.errors import Conflict

WORST = 0
CALLS_APART = timedelta(minutes=5)
"""Alerts that come and go: long enough to look at the first call before the next one rings."""


def check_status_change(incident: Incident, status: Status) -> None:
    """Raise Conflict unless the status may be said now. Work goes back and forth while it is
    open; a resolved incident stays so, and is resolved by resolving it."""
    if incident.state is State.RESOLVED:
        raise Conflict(f"{incident.name} is resolved; declare a new incident if it is back")
    if status is Status.RESOLVED:
        raise Conflict(f"resolve {incident.name} with the verb for it, which also says why")
    if status is incident.status:
        raise Conflict(f"{incident.name} is already {status.value}")


def check_acknowledgement(incident: Incident) -> None:
    """Raise Conflict unless somebody may still take it."""
    if incident.state is State.RESOLVED:
        raise Conflict(f"{incident.name} is already resolved")
    if incident.state is State.ACKNOWLEDGED:
        by = incident.acknowledged_by or "somebody"
        raise Conflict(f"{incident.name} was acknowledged before, by {by}")


def rank_of(card: Card, key: str | None) -> int:
    """0 is the worst; what is not known counts as the worst."""
    level = level_named(card.playbook.severities, key)
    return WORST if level is None else card.playbook.severities.index(level)


def is_raised(card: Card, incident: Incident, key: str | None) -> bool:
    """Whether a late joiner of this severity makes the incident worse. A provisional incident
    already counts as the worst, so a joiner never raises it; what a joiner leaves open raises
    nothing either."""
    if key is None or incident.severity is None:
        return False
    return rank_of(card, key) < rank_of(card, incident.severity)


def called_again_at(incident: Incident, now: datetime) -> datetime:
    """When the first level hears of an incident whose alerts came back: the first time at once,
    then five minutes after the call before, however often they come and go meanwhile."""
    if incident.generation <= 1:
        return now
    since = incident.escalating_since
    return max(now, since if since > now else since + CALLS_APART)


def may_resolve_itself(card: Card, incident: Incident) -> bool:
    """Whether an incident whose alerts all cleared may end without a person: nobody ever
    acknowledged it, and it is not of the worst level, nor of one that nobody has confirmed."""
    if incident.acknowledged_at is not None or incident.provisional or incident.severity is None:
        return False
    return rank_of(card, incident.severity) != WORST
