"""An answer that still waits in the spool counts on this node already: whoever would page asks
first."""

from collections.abc import Iterator

from runcard.db.work import Work
from runcard.domain.incidents.model import Incident, State
from runcard.domain.incidents.queries import incident as incident_named
from runcard.domain.incidents.queries import incidents_by_id
from runcard.flows.house import House
from runcard.flows.kept_is_told import answer_unless_late
from runcard.flows.page_is_answered import behind
from runcard.flows.spool_records import Answer, Pressed, Took
from runcard.kernel.errors import NotFound, Unavailable
from runcard.kernel.ids import IncidentId


def answers_come_first(work: Work, house: House) -> None:
    """In the unit that would page. The spool tells them again, in its own order, and that changes
    nothing."""
    for answer, _ in unheard(work, house):
        answer_unless_late(work, house, answer)


def taken_meanwhile(work: Work, house: House) -> set[IncidentId]:
    """Incidents that the database calls open, and that somebody has."""
    return {one.id for _, open_ones in unheard(work, house) for one in open_ones}


def unheard(work: Work, house: House) -> Iterator[tuple[Answer, list[Incident]]]:
    """The answers of which the database knows nothing, each with the open incidents it is for."""
    for answer in house.shelter.answers if house.shelter else ():
        open_ones = [one for one in meant_by(work, house, answer) if one.state is State.OPEN]
        if open_ones:
            yield answer, open_ones


def meant_by(work: Work, house: House, answer: Answer) -> list[Incident]:
    """None where the incident is not there, or not yet."""
    try:
        match answer:
            case Took():
                return [incident_named(work, answer.ref)]
            case Pressed():
                found = behind(work, house, answer.page_id)
                return list(incidents_by_id(work, [found.incident_id, *found.beside]).values())
    except (NotFound, Unavailable):
        return []
