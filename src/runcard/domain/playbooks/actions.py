"""Publishing playbooks, holding back what lost something, and taking one out of force."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from runcard.db.metadata import canonical_json
from runcard.db.work import Work
from runcard.domain.playbooks import store
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.store import Offer, Version
from runcard.domain.playbooks.versions.changes import Change, losses
from runcard.kernel.errors import Conflict
from runcard.kernel.ids import PlaybookId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.shelf import (
    LibraryUnread,
    PlaybookHeld,
    PlaybookPublished,
    PlaybookRetired,
)


@dataclass(frozen=True, slots=True)
class Edition:
    """A card to be put in force, with its words and what they change."""

    card: Card
    source: str
    changes: tuple[Change, ...] = ()


def version_of(name: str, source: str, team: object) -> PlaybookId:
    """The id of a version: the digest of its name, its words and the team file beside it."""
    words = canonical_json([name, source, team]).encode("utf-8", "surrogatepass")
    return PlaybookId(f"pb_{hashlib.sha256(words).hexdigest()[:24]}")


def digest_of(source: str) -> str:
    """By which the same words are known again."""
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


def publish(
    work: Work, editions: Sequence[Edition], team: object, *, instead: Sequence[str] | None = None
) -> None:
    """Put these cards in force; incidents that are open stay on the version they began with.
    Raises Conflict where something else than `instead` is in force by now."""
    require(work.actor, Permission.ADMINISTER)
    standing = store.hold_in_force(work)
    if instead is not None and standing != list(instead):
        raise Conflict("Another version was put in force meanwhile; look at it, then try again")
    cards = [edition.card for edition in editions]
    pairs = zip(cards, (edition.source for edition in editions), strict=True)
    versions = [Version(one.id, one.name, source, team, work.now) for one, source in pairs]
    fresh = store.publish(work, versions)
    told = [
        published(one)
        for one in editions
        if one.card.id not in standing and (one.card.id in fresh or one.changes)
    ]
    timeline.write(work, timeline.INSTALL, *told)


def published(edition: Edition) -> PlaybookPublished:
    """What the timeline says of it."""
    card = edition.card
    changes = tuple(change.words for change in edition.changes)
    return PlaybookPublished(card.name, card.playbook.title or card.name, card.id, changes)


def retire(work: Work, names: Sequence[str]) -> None:
    """Say that these answer no new alert any more; the caller has published the rest."""
    require(work.actor, Permission.ADMINISTER)
    timeline.write(work, timeline.INSTALL, *map(PlaybookRetired, names))


def take_note(work: Work, name: str, digest: str) -> None:
    """These words were read under a name and are dealt with."""
    require(work.actor, Permission.ADMINISTER)
    store.remember_offer(work, Offer(name, digest))


def hold(work: Work, name: str, digest: str, why: str, changes: Sequence[Change] = ()) -> None:
    """These words were read and are not put in force; said once for the same words."""
    require(work.actor, Permission.ADMINISTER)
    if is_known(work, Offer(name, digest, why)):
        return
    store.remember_offer(work, Offer(name, digest, why))
    lost = tuple(change.words for change in losses(changes))
    timeline.write(work, timeline.INSTALL, PlaybookHeld(name, why, lost))


def miss(work: Work, place: str, why: str) -> None:
    """A place cannot be read; said once until it is read again, or fails for another reason."""
    require(work.actor, Permission.ADMINISTER)
    if not is_known(work, Offer(place, digest_of(why), why)):
        store.remember_offer(work, Offer(place, digest_of(why), why))
        timeline.write(work, timeline.INSTALL, LibraryUnread(place, why))


def is_known(work: Work, one: Offer) -> bool:
    require(work.actor, Permission.ADMINISTER)
    return store.offers(work).get(one.name) == one
