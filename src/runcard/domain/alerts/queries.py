"""Reads of alerts for a screen."""

from collections.abc import Sequence

from runcard.db.work import Work
from runcard.domain.alerts import store
from runcard.domain.alerts.model import Alert
from runcard.kernel.ids import IncidentId
from runcard.kernel.permission import Permission, require


def alerts_of(work: Work, incident_id: IncidentId) -> list[Alert]:
    """The alerts of an incident, oldest first."""
    require(work.actor, Permission.READ)
    return store.of_incident(work, incident_id)


def without_firing_alerts(work: Work, incident_ids: Sequence[IncidentId]) -> set[str]:
    """Those of the incidents whose alerts have all cleared."""
    require(work.actor, Permission.INGEST)
    return store.all_cleared(work, incident_ids)
