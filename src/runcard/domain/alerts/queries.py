"""Reads of alerts for a screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from runcard.db.work import Work
from runcard.domain.alerts import store
from runcard.domain.alerts.model import Alert
from runcard.kernel.ids import IncidentId
from runcard.kernel.permission import Permission, require


@dataclass(frozen=True, slots=True)
class Heard:
    """What an incident heard from monitoring, in short."""

    alerts: int
    source: str


def heard_of(work: Work, incident_ids: Sequence[IncidentId]) -> dict[str, Heard]:
    """How many alerts each incident has, and who sent them."""
    require(work.actor, Permission.READ)
    return {name: Heard(*said) for name, said in store.counts(work, incident_ids).items()}


def firing_of(work: Work, source: str, most: int) -> int:
    """How many alerts of a source fire, counted up to a most."""
    require(work.actor, Permission.INGEST)
    return store.firing_of(work, source, most)


def incident_of_alert(work: Work, identity: str) -> IncidentId | None:
    """Where an alert stands, by its identity; None where it is not known."""
    require(work.actor, Permission.READ)
    return store.incident_of(work, identity)


def alerts_of(work: Work, incident_id: IncidentId) -> list[Alert]:
    """The alerts of an incident, oldest first."""
    require(work.actor, Permission.READ)
    return store.of_incident(work, incident_id)


def without_firing_alerts(work: Work, incident_ids: Sequence[IncidentId]) -> set[str]:
    """Those of the incidents whose alerts have all cleared."""
    require(work.actor, Permission.INGEST)
    return store.all_cleared(work, incident_ids)
