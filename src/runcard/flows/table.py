"""Kind of timer → the story a set of them begins; the one table the engine reads."""

from collections.abc import Callable, Mapping, Sequence

from runcard.db.work import Work
from runcard.domain.escalation.actions import ESCALATE
from runcard.flows.alert_clears import MONITORING_ENDS
from runcard.flows.escalation_is_due import escalations_are_due
from runcard.flows.house import House
from runcard.flows.library_is_read import READ_LIBRARY, library_is_due
from runcard.flows.monitoring_ends import monitoring_ends
from runcard.ledgers.agenda.model import Timer

TimerFlow = Callable[[Work, House, Sequence[Timer]], None]

TIMERS: Mapping[str, TimerFlow] = {
    ESCALATE: escalations_are_due,
    MONITORING_ENDS: monitoring_ends,
    READ_LIBRARY: library_is_due,
}
