"""Reads of incidents for a screen."""

from collections.abc import Sequence

from runcard.db.work import Work
from runcard.domain.incidents import store
from runcard.domain.incidents.model import Incident
from runcard.kernel.errors import NotFound
from runcard.kernel.permission import Permission, require

MOST_ON_BOARD = 200


def incident(work: Work, ref: str) -> Incident:
    """By id, `INC-42` or `42`. Raises NotFound."""
    require(work.actor, Permission.READ)
    found = store.find(work, ref)
    if found is None:
        raise NotFound(f"There is no incident {ref}; `runcard incident list` shows those there are")
    return found


def open_incidents(work: Work) -> list[Incident]:
    """What is open, newest first, at most a board full."""
    require(work.actor, Permission.READ)
    return store.all_open(work, MOST_ON_BOARD)


def how_many_open(work: Work) -> int:
    """How many are open."""
    require(work.actor, Permission.READ)
    return store.count_open(work)


def incidents_before(work: Work, number: int | None, most: int) -> list[Incident]:
    """Whatever their state, newest first, below a number."""
    require(work.actor, Permission.READ)
    return store.before(work, number, most)


def incidents_by_id(work: Work, incident_ids: Sequence[str]) -> dict[str, Incident]:
    """Incidents by id; those that do not exist are left out."""
    require(work.actor, Permission.READ)
    return store.load(work, incident_ids)
