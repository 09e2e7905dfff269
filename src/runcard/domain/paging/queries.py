"""Did it reach anybody: pages, attempts and messages for a screen."""

from collections.abc import Sequence

from runcard.db.work import Work
from runcard.domain.paging import store
from runcard.domain.paging.model import Attempt, Message, Page
from runcard.kernel.errors import NotFound
from runcard.kernel.ids import IncidentId
from runcard.kernel.permission import Permission, require

MOST_WAITING = 100


def pages_of(work: Work, incident_id: IncidentId) -> list[Page]:
    """The pages of an incident, oldest first."""
    require(work.actor, Permission.READ)
    return store.of_incident(work, incident_id)


def attempts_of(work: Work, page_ids: Sequence[str]) -> dict[str, list[Attempt]]:
    """The attempts of pages, by page."""
    require(work.actor, Permission.READ)
    return store.attempts_of(work, page_ids)


def waiting_pages(work: Work) -> list[Page]:
    """Pages nobody has answered, oldest first."""
    require(work.actor, Permission.READ)
    return store.open_pages(work, MOST_WAITING)


def pages(work: Work, page_ids: Sequence[str]) -> dict[str, Page]:
    """Pages by id; those that do not exist are left out."""
    require(work.actor, Permission.READ)
    return store.load(work, page_ids)


def messages_by_key(work: Work, keys: Sequence[str]) -> dict[str, Message]:
    """The messages of earlier tries, by the key of the attempt."""
    require(work.actor, Permission.READ)
    return store.messages(work, keys)


def page(work: Work, page_id: str) -> Page:
    """One page. Raises NotFound."""
    require(work.actor, Permission.READ)
    found = store.load(work, [page_id]).get(page_id)
    if found is None:
        raise NotFound("This link belongs to no page; it may come from another installation")
    return found


def messages_by(work: Work, way: str, most: int) -> list[Attempt]:
    """The newest messages that left by one way."""
    require(work.actor, Permission.READ)
    return store.by_way(work, way, most)
