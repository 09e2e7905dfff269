"""Levels are due: whether each one's condition holds is decided with the incident held."""

from collections.abc import Sequence

from runcard.db.work import Work
from runcard.domain.incidents import actions as incidents
from runcard.flows.answers_come_first import answers_come_first
from runcard.flows.house import House
from runcard.flows.rungs import Decided, Rung
from runcard.ledgers.agenda.model import Timer


def escalations_are_due(work: Work, house: House, timers: Sequence[Timer]) -> None:
    """One rung of each incident. A timer of an older generation does nothing."""
    answers_come_first(work, house)
    held = incidents.held_together(work, [timer.subject for timer in timers])
    decided = Decided()
    for timer in timers:
        incident = held.get(timer.subject)
        if incident is not None and incident.generation == timer.generation:
            card = house.deck.card(work, incident.playbook_id)
            decided.decide(house.deck, Rung(incident, card, timer), work.now)
    decided.write(work)
