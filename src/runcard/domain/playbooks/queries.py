"""Reads of published versions."""

from collections.abc import Mapping

from runcard.db.work import Work
from runcard.domain.playbooks import store
from runcard.domain.playbooks.store import Offer, Version
from runcard.kernel.errors import NotFound
from runcard.kernel.permission import Permission, require


def published(work: Work, playbook_id: str) -> Version:
    """A version by its id. Raises NotFound."""
    require(work.actor, Permission.READ)
    found = store.load(work, playbook_id)
    if found is None:
        raise NotFound(f"There is no playbook version {playbook_id}")
    return found


def standing(work: Work) -> list[Version]:
    """What is in force, in its order."""
    require(work.actor, Permission.READ)
    return store.in_force(work)


def standing_ids(work: Work) -> list[str]:
    """The ids of what is in force, in its order."""
    require(work.actor, Permission.READ)
    return store.ids_in_force(work)


def history(work: Work, name: str) -> list[Version]:
    """Every version of a playbook, the oldest first. Raises NotFound for a name never used."""
    require(work.actor, Permission.READ)
    found = store.named(work, name)
    if not found:
        names = ", ".join(one.name for one in store.in_force(work))
        raise NotFound(f"There is no playbook {name}; in force are: {names}")
    return found


def offered(work: Work) -> Mapping[str, Offer]:
    """What was last read under each name."""
    require(work.actor, Permission.READ)
    return store.offers(work)
