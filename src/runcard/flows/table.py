"""Kind of timer → the story it begins; the one table the engine reads. Jobs are all pages."""

from collections.abc import Callable, Mapping

from runcard.db.work import Work
from runcard.domain.escalation.actions import ESCALATE
from runcard.flows.alert_clears import MONITORING_ENDS
from runcard.flows.escalation_is_due import escalation_is_due
from runcard.flows.house import House
from runcard.flows.monitoring_ends import monitoring_ends
from runcard.ledgers.agenda.model import Timer

TimerFlow = Callable[[Work, House, Timer], None]

TIMERS: Mapping[str, TimerFlow] = {
    ESCALATE: escalation_is_due,
    MONITORING_ENDS: monitoring_ends,
}
