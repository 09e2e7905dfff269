"""The monitoring period is over: an incident nobody needed resolves itself, others wait."""

from collections.abc import Sequence

from runcard.db.work import Work
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import State, Status
from runcard.flows.house import House
from runcard.flows.incident_is_resolved import incident_is_resolved
from runcard.ledgers.agenda.model import Timer
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import NoteWritten

STAYS = "The monitoring period is over. It is of the worst level, so a person closes it."


def monitoring_ends(work: Work, house: House, timers: Sequence[Timer]) -> None:
    """Each period by itself: few end at one instant."""
    for timer in timers:
        period_ends(work, house, timer)


def period_ends(work: Work, house: House, timer: Timer) -> None:
    """Resolve it if it was never acknowledged and is not of the worst level."""
    incident = incidents.held(work, timer.subject)
    if incident.generation != timer.generation or incident.status is not Status.MONITORING:
        return
    if incident.state is not State.OPEN:
        return
    card = house.deck.card(work, incident.playbook_id)
    if house.deck.promises(card, incident.severity).rank == 0:
        timeline.write(work, incident.id, NoteWritten(text=STAYS))
        return
    why = "every alert stayed clear for the monitoring period and nobody was needed"
    incident_is_resolved(work, house, incident.id, why)
