"""A responder writes down what they see; the first note is a response."""

from runcard.db.work import Work
from runcard.domain.incidents import actions as incidents
from runcard.flows.house import House
from runcard.kernel.errors import Invalid


def note_is_written(work: Work, house: House, ref: str, text: str) -> None:
    """Raises Invalid for an empty note."""
    if not text.strip():
        raise Invalid("A note needs words", where="/text")
    incident = incidents.held(work, ref)
    incidents.note(work, incident, text.strip())
    incidents.respond(work, incident.id)
