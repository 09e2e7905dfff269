"""Publishing playbooks."""

import hashlib

from runcard.db.metadata import canonical_json
from runcard.db.work import Work
from runcard.domain.playbooks import store
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.store import Version
from runcard.kernel.ids import PlaybookId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import PlaybookPublished


def version_of(name: str, source: str, team: object) -> PlaybookId:
    """The id of a version: the digest of its name, its words and the team file beside it."""
    words = canonical_json([name, source, team]).encode("utf-8", "surrogatepass")
    return PlaybookId(f"pb_{hashlib.sha256(words).hexdigest()[:24]}")


def publish(work: Work, cards: list[Card], sources: list[str], team: object) -> None:
    """Put these cards in force; incidents that are open stay on the version they began with."""
    require(work.actor, Permission.ADMINISTER)
    pairs = zip(cards, sources, strict=True)
    versions = [Version(one.id, one.name, source, team, work.now) for one, source in pairs]
    new = store.publish(work, versions)
    told = [
        PlaybookPublished(name=one.name, title=one.playbook.title or one.name)
        for one in cards
        if one.id in new
    ]
    timeline.write(work, timeline.INSTALL, *told)
