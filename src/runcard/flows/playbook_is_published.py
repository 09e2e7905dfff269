"""A person publishes a version, looks at older ones, or goes back to one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from runcard.db.work import Work
from runcard.domain.escalation.differences import behaviour
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks import actions as playbooks
from runcard.domain.playbooks.actions import Edition
from runcard.domain.playbooks.queries import history, standing
from runcard.domain.playbooks.store import Version
from runcard.domain.playbooks.versions.changes import Change, losses
from runcard.flows.house import House
from runcard.kernel.actor import Actor
from runcard.kernel.errors import Conflict, Invalid, NotFound
from runcard.kernel.permission import Permission, require

MOST_VOLUMES = 50
"""As many versions are told with what they changed; older ones can still be gone back to."""
ONLY_TEAM = "only the team file differs"


@dataclass(frozen=True, slots=True)
class Asked:
    """A document to be published; `confirmed` where what is lost shall be lost."""

    source: str
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was put in force, and what goes differently from now on."""

    name: str
    version: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """One version of a playbook: its number counts from 1, the oldest first."""

    number: int
    version: Version
    changes: tuple[str, ...] = ()
    """What it changed over the one before; empty for the first."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What goes differently, from one version to another or to a document that is not published."""

    old: str
    new: str
    changes: tuple[Change, ...]


def publish(house: House, by: Actor, name: str, asked: Asked) -> Outcome:
    """Put a document in force under a name that the team file knows. Raises Conflict, with every
    loss, where something is lost and nobody confirmed it."""
    require(by, Permission.ADMINISTER)
    if not asked.source.strip():
        raise Invalid("The document is empty; name one with severities", where="/source")
    shelf = house.db.read(standing, by)
    before = in_force_under(name, shelf)
    changes = changes_to(house, before, asked.source)
    lost = losses(changes)
    if lost and not asked.confirmed:
        raise Conflict(
            f"This version of {name} loses something, so it is not put in force: "
            + "; ".join(change.words for change in lost)
        )
    editions = [
        edition(house, one, asked.source, changes) if one is before else edition(house, one)
        for one in shelf
    ]
    put_in_force(house, by, shelf, editions)
    version = next(one.card.id for one in editions if one.card.name == name)
    return Outcome(name, version, changes)


def roll_back(house: House, by: Actor, name: str, ref: str, *, confirmed: bool) -> Outcome:
    """Publish an older version again, beside the team file of today."""
    older = volume_called(house.db.read(lambda work: history(work, name), by), ref)
    return publish(house, by, name, Asked(older.version.source, confirmed))


def retire(house: House, by: Actor, name: str) -> None:
    """Take a playbook out of force. The last one stays: no alert may be left without."""
    require(by, Permission.ADMINISTER)
    shelf = house.db.read(standing, by)
    gone = in_force_under(name, shelf)
    if len(shelf) == 1:
        raise Conflict(f"{name} is the only playbook in force; publish another one first")
    editions = [edition(house, one) for one in shelf if one is not gone]
    put_in_force(house, by, shelf, editions, retired=(name,))


def volumes(house: House, by: Actor, name: str) -> Sequence[Volume]:
    """Every version, the oldest first, each with what it changed over the one before."""
    versions = house.db.read(lambda work: history(work, name), by)
    told = numbered(versions)[-MOST_VOLUMES:]
    before = {one.number: one for one in numbered(versions)}
    return [
        replace(one, changes=changed_by(house, before.get(one.number - 1), one)) for one in told
    ]


def difference(house: House, by: Actor, name: str, refs: tuple[str, str]) -> Difference:
    """Between two versions; `now` is the one in force."""
    versions = house.db.read(lambda work: history(work, name), by)
    old, new = (volume_called(versions, ref) for ref in refs)
    changes = changes_to(house, old.version, new.version.source)
    return Difference(f"version {old.number}", f"version {new.number}", changes)


def compare(house: House, by: Actor, name: str, source: str) -> Difference:
    """Between what is in force and a document that is not published."""
    require(by, Permission.READ)
    before = in_force_under(name, house.db.read(standing, by))
    return Difference("in force", "the document", changes_to(house, before, source))


def changes_to(house: House, before: Version, source: str) -> tuple[Change, ...]:
    """What another document would change, by the team file of the version."""
    old, new = edition(house, before).card, edition(house, before, source).card
    return behaviour(old, new)


def changed_by(house: House, before: Volume | None, after: Volume) -> tuple[str, ...]:
    if before is None:
        return ()
    if before.version.source == after.version.source:
        return (ONLY_TEAM,)
    changes = changes_to(house, before.version, after.version.source)
    return tuple(change.words for change in changes)


def edition(
    house: House, one: Version, source: str | None = None, changes: tuple[Change, ...] = ()
) -> Edition:
    """A version as it stands, or with other words."""
    words = one.source if source is None else source
    card = house.deck.card_of(one.name, words, one.team, decode(one.team))
    return Edition(card, words, changes)


def put_in_force(
    house: House,
    by: Actor,
    shelf: Sequence[Version],
    editions: Sequence[Edition],
    retired: Sequence[str] = (),
) -> None:
    """Write it down unless somebody was quicker, then let it answer new alerts here."""
    instead = [one.id for one in shelf]

    def written(work: Work) -> None:
        playbooks.publish(work, editions, shelf[0].team, instead=instead)
        if retired:
            playbooks.retire(work, retired)

    house.db.write(written, by)
    house.deck.put_in_force([one.card for one in editions])


def in_force_under(name: str, shelf: Sequence[Version]) -> Version:
    """Raises NotFound for a name that the team file does not know."""
    for one in shelf:
        if one.name == name:
            return one
    names = ", ".join(one.name for one in shelf)
    raise NotFound(
        f"There is no playbook {name}; in force are: {names}. A new one is named under playbooks "
        "in the team file first"
    )


def numbered(versions: Sequence[Version]) -> list[Volume]:
    return [Volume(number, one) for number, one in enumerate(versions, start=1)]


def volume_called(versions: Sequence[Version], ref: str) -> Volume:
    """`3`, the beginning of an id, or `now`. Raises NotFound, or Invalid where several fit."""
    every = numbered(versions)
    fitting = [one for one in every if is_called(one, ref.strip())]
    if len(fitting) == 1:
        return fitting[0]
    name = versions[0].name
    if fitting:
        raise Invalid(f"{ref} may be any of {len(fitting)} versions of {name}; write its number")
    raise NotFound(f"There is no version {ref} of {name}; the newest is {len(every)}")


def is_called(one: Volume, ref: str) -> bool:
    if ref == "now":
        return one.version.is_in_force
    is_beginning = len(ref) > len("pb_") and one.version.id.startswith(ref)
    return ref == str(one.number) or is_beginning
