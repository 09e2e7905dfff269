"""Telling people."""

from runcard.db.work import Work
from runcard.domain.comms import store
from runcard.domain.comms.model import Update
from runcard.kernel.errors import Invalid
from runcard.kernel.ids import IncidentId, UpdateId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import UpdatePosted


def post(work: Work, incident_id: IncidentId, template: str, text: str) -> Update:
    """Say something. Raises Invalid for an empty text."""
    require(work.actor, Permission.RESPOND)
    if not text.strip():
        raise Invalid(
            "An update needs words; take the document's template as a start", where="/text"
        )
    by = work.actor.label
    said = Update(UpdateId(work.new_id("upd")), incident_id, template, text, by, work.now)
    store.keep(work, said)
    timeline.write(work, incident_id, UpdatePosted(said.id, template, text))
    return said
