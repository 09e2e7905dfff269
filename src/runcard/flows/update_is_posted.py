"""People are told how it goes, in the document's own words."""

from dataclasses import dataclass

from runcard.db.work import Work
from runcard.domain.comms import actions as comms
from runcard.domain.comms.model import Update
from runcard.domain.incidents import actions as incidents
from runcard.flows.house import House


@dataclass(frozen=True, slots=True)
class Posting:
    """The template it came from, by its title, and the words as they go out."""

    template: str
    text: str


def update_is_posted(work: Work, house: House, ref: str, posting: Posting) -> Update:
    """Keep the update and start the next update's clock. Raises Invalid for an empty text."""
    incident = incidents.held(work, ref)
    update = comms.post(work, incident.id, posting.template, posting.text)
    incidents.people_were_told(work, incident.id)
    return update
