"""An incident nobody has answered has no next step: say so, and let its escalation begin anew."""

from collections.abc import Sequence

from runcard.db.work import Work
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident
from runcard.domain.paging.queries import adrift_among
from runcard.flows.house import House
from runcard.flows.rungs import escalations_begin, policy_of
from runcard.kernel.ids import IncidentId
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import EscalationMended

NO_NEXT_STEP = "it was open, nobody had answered, and nothing was planned for it"


def escalations_are_mended(work: Work, house: House, suspects: Sequence[str]) -> list[IncidentId]:
    """Looked at again with each incident held: whoever decided about it meanwhile was right.
    The first level is told at once, even if it was told before: twice is better than never."""
    held = incidents.held_together(work, suspects)
    adrift = [held[each] for each in adrift_among(work, list(held.values()))]
    anew = [incidents.begin_anew(work, one.id) for one in adrift if should_page(house, work, one)]
    for one in anew:
        timeline.write(work, one.id, EscalationMended(NO_NEXT_STEP))
    escalations_begin(work, house.deck, anew)
    return [one.id for one in anew]


def should_page(house: House, work: Work, incident: Incident) -> bool:
    """Whether the incident's level wakes anybody at all."""
    card = house.deck.card(work, incident.playbook_id)
    return bool(policy_of(house.deck, incident, card).levels)
