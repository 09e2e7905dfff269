"""A person says that this copy carries on: what was planned in it is carried out."""

from runcard.db.work import Work
from runcard.kernel.errors import Conflict
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda.model import KeptBack
from runcard.ledgers.agenda.store import quarantine
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.copies import QuarantineEnded
from runcard.ledgers.timeline.store import INSTALL

NOTHING_WAITS = "This database is in no quarantine: everything that is planned in it is carried out"


def quarantine_is_lifted(work: Work) -> KeptBack:
    """What is overdue is due now, as after a sleep of the machine: one level an incident. Raises
    Conflict where nothing waits."""
    require(work.actor, Permission.ADMINISTER)
    if quarantine.look(work) is None:
        raise Conflict(NOTHING_WAITS)
    kept = quarantine.end(work)
    timeline.write(work, INSTALL, QuarantineEnded(kept.timers, kept.jobs))
    return kept
