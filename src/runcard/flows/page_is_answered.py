"""A page is answered by its signed link: the token is the permission."""

from dataclasses import dataclass

from runcard.db.work import Work
from runcard.domain.alerts.queries import incident_of_alert
from runcard.domain.incidents.model import Incident, State
from runcard.domain.incidents.queries import incidents_by_id
from runcard.domain.paging.queries import page as page_named
from runcard.domain.paging.queries import told_beside
from runcard.domain.people.model import Person
from runcard.flows.briefing import Briefing
from runcard.flows.briefings import brief
from runcard.flows.house import ENGINE, House
from runcard.flows.incident_is_acknowledged import incident_is_acknowledged
from runcard.flows.rungs import known
from runcard.flows.spool_records import Called
from runcard.kernel.actor import Person as PersonActing
from runcard.kernel.errors import Unavailable
from runcard.kernel.ids import IncidentId, PageId
from runcard.kernel.permission import Permission, open_to_everyone

MAY = frozenset({Permission.READ, Permission.RESPOND})
FROM_MEMORY = "Runcard's database was away when you were called"


@dataclass(frozen=True, slots=True)
class Behind:
    """Whom a link was sent to, about which incident, and why this person."""

    incident_id: IncidentId
    person_id: str
    why: str
    beside: tuple[IncidentId, ...] = ()
    """The other incidents that the same message told."""


@dataclass(frozen=True, slots=True)
class PageBehind:
    """What stands behind a link, before anything is pressed."""

    why: str
    person: Person
    briefing: Briefing
    beside: tuple[Incident, ...] = ()
    """The other incidents that the same message told; a press is for all that are open."""

    @property
    def waiting(self) -> tuple[Incident, ...]:
        """Those of the others that nobody has yet."""
        return tuple(one for one in self.beside if one.state is State.OPEN)


@dataclass(frozen=True, slots=True)
class Answered:
    """`already` names who had it before; None when this press acknowledged."""

    incident: Incident
    person: Person
    already: str | None
    beside: int = 0
    """How many other incidents of the same message this press acknowledged."""


@dataclass(frozen=True, slots=True)
class AnswerKept:
    """The database is away: the answer is on disk. What it was about is known where this process
    made the call."""

    call: Called | None
    person: Person | None


@open_to_everyone
def page_behind_link(work: Work, house: House, token: str) -> PageBehind:
    """Changes nothing. Raises NotFound for a link we did not sign."""
    with work.acting(ENGINE):
        found = behind(work, house, house.links.page_of(token))
        briefing = brief(work, house, found.incident_id)
        beside = tuple(incidents_by_id(work, found.beside).values())
    return PageBehind(found.why, known(briefing.card, found.person_id), briefing, beside)


@open_to_everyone
def page_is_answered(work: Work, house: House, token: str) -> Answered:
    """Acknowledge as the person the page was sent to; the second press says who has it."""
    return answer(work, house, house.links.page_of(token))


def answer(work: Work, house: House, page_id: PageId) -> Answered:
    """Acknowledge all that the message told, but what somebody else has already."""
    with work.acting(ENGINE):
        found = behind(work, house, page_id)
        told = incidents_by_id(work, [found.incident_id, *found.beside])
        incident = told.pop(found.incident_id)
        card = house.deck.card(work, incident.playbook_id)
    person = known(card, found.person_id)
    beside = [one for one in told.values() if one.state is State.OPEN]
    with work.acting(PersonActing(person.name, MAY)):
        for one in beside:
            incident_is_acknowledged(work, house, one.id, "link")
        if incident.state is State.OPEN:
            taken = incident_is_acknowledged(work, house, incident.id, "link")
            return Answered(taken, person, None, len(beside))
    already = incident.acknowledged_by or "the clear of its alerts"
    return Answered(incident, person, already, len(beside))


def behind(work: Work, house: House, page_id: PageId) -> Behind:
    """The page of a link, whether it was sent by the agenda or from memory. Raises NotFound for
    one that is not there, Unavailable for an alert that still waits in the spool."""
    call = house.shelter.call_behind(page_id) if house.shelter else None
    if call is None:
        page = page_named(work, page_id)
        beside = {one.incident_id for one in told_beside(work, page_id)} - {page.incident_id}
        return Behind(page.incident_id, page.person_id, page.why, tuple(sorted(beside)))
    incident_id = incident_of_alert(work, call.identity)
    if incident_id is None:
        raise Unavailable("The alert still waits for the database; your answer is kept with it")
    return Behind(incident_id, call.person_id, FROM_MEMORY)


def answer_is_kept(house: House, token: str) -> AnswerKept:
    """The database cannot take it, and nobody else may be called for that. Raises NotFound for a
    link we did not sign, Unavailable when it cannot be kept either."""
    page_id = house.links.page_of(token)
    if house.shelter is None:
        raise Unavailable("The database is away, and there is no spool; call your team yourself")
    return AnswerKept(*called_about(house, house.shelter.answer(page_id)))


def called_about(house: House, call: Called | None) -> tuple[Called | None, Person | None]:
    """A call from memory, and whom it reached."""
    if call is None:
        return None, None
    return call, known(house.deck.default(), call.person_id)
