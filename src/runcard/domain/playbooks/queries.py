"""Reads of published versions."""

from runcard.db.work import Work
from runcard.domain.playbooks import store
from runcard.domain.playbooks.store import Version
from runcard.kernel.errors import NotFound
from runcard.kernel.permission import Permission, require


def published(work: Work, playbook_id: str) -> Version:
    """A version by its id. Raises NotFound."""
    require(work.actor, Permission.READ)
    found = store.load(work, playbook_id)
    if found is None:
        raise NotFound(f"There is no playbook version {playbook_id}")
    return found
