"""The sources say that it is over: escalation stops, monitoring begins, a person closes."""

from collections.abc import Sequence

from runcard.db.work import Work
from runcard.domain.alerts.queries import without_firing_alerts
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import State, Status
from runcard.domain.paging import actions as paging
from runcard.domain.paging.model import PageState
from runcard.flows.deck import Deck
from runcard.kernel.ids import IncidentId
from runcard.ledgers.agenda.model import Timer
from runcard.ledgers.agenda.store import timers

MONITORING_ENDS = "monitoring_ends"


def alerts_clear(work: Work, incident_ids: Sequence[IncidentId], deck: Deck) -> None:
    """Of these incidents, those with nothing firing any more and nobody on them are watched for
    the document's monitoring period; an acknowledged one is its responder's to close."""
    if not incident_ids:
        return
    for incident_id in sorted(without_firing_alerts(work, incident_ids)):
        incident = incidents.held(work, incident_id)
        if incident.state is not State.OPEN or incident.status is Status.MONITORING:
            continue
        why = "every alert cleared and nobody had acknowledged"
        incidents.change_status(work, incident, Status.MONITORING, why)
        again = incidents.begin_anew(work, incident.id, incident.escalating_since)
        timers.withdraw(work, [incident.id])
        paging.end_pages(work, incident.id, PageState.WITHDRAWN)
        promised = deck.promises(deck.card(work, incident.playbook_id), incident.severity)
        period = promised.monitoring.span
        assert period is not None, "monitoring is a span of wall-clock time"
        key = f"{MONITORING_ENDS}:{incident.id}:{again.generation}"
        timer = Timer(key, MONITORING_ENDS, incident.id, work.now + period, again.generation)
        timers.arm(work, [timer])
