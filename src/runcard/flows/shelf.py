"""What shall be in force: what was read, held against what stands. News that loses nothing is put
in force; news that loses something waits for a person; what is gone or unread stays."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from runcard.domain.escalation.differences import behaviour
from runcard.domain.people.model import PlaybookSource, TeamFile
from runcard.domain.people.playbook_entries import with_entries
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.actions import Edition, digest_of
from runcard.domain.playbooks.repository import NOT_NOW, Reading
from runcard.domain.playbooks.store import Offer, Version
from runcard.domain.playbooks.versions.changes import Change, losses
from runcard.flows.deck import Deck

NONE = PlaybookSource("none", "")
"""Without a document the team is paged by our defaults."""
LOSES = "the new version loses something"
VANISHED = "its document is gone from where it was kept"
TAKEN = "another document of that name comes first"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is in force, and what was last read under each name."""

    standing: Sequence[Version] = ()
    offers: Mapping[str, Offer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slot:
    """One name on the shelf; without words what stands there stays."""

    entry: PlaybookSource
    words: str | None
    is_one_of_many: bool = False
    is_gone: bool = False
    """Its place was read, and it stood there no longer."""


@dataclass(frozen=True, slots=True)
class Held:
    """Words that are not put in force, and why."""

    name: str
    digest: str
    why: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """The decision, ready to be written down."""

    team: object
    editions: tuple[Edition, ...]
    instead: tuple[str, ...]
    noted: tuple[tuple[str, str], ...]
    held: tuple[Held, ...]
    missed: tuple[tuple[str, str], ...]
    retired: tuple[str, ...]

    @property
    def is_news(self) -> bool:
        """Whether anything else than before is in force afterwards."""
        return tuple(one.card.id for one in self.editions) != self.instead


def weigh(deck: Deck, team: object, readings: Sequence[Reading], shelf: Shelf) -> Weighed:
    """Decide over every document that was read, and every one that was there before."""
    slots, taken = slots_of(readings, shelf.standing)
    words = team_beside(team, [slot.entry for slot in slots])
    weighing = Weighing(deck, words, decode(words), shelf)
    for slot in slots or [Slot(NONE, "")]:
        weighing.put(slot)
    left = {one.card.name for one in weighing.editions}
    return Weighed(
        words,
        tuple(weighing.editions),
        tuple(one.id for one in shelf.standing),
        tuple(weighing.noted),
        (*weighing.held, *taken),
        tuple(missed(readings)),
        tuple(one.name for one in shelf.standing if one.name not in left),
    )


def slots_of(
    readings: Sequence[Reading], standing: Sequence[Version]
) -> tuple[list[Slot], list[Held]]:
    """One slot a name. Of two documents with one name the one that is named by itself is meant,
    then the one that is read first."""
    found = [slot for reading in readings for slot in documents_of(reading, standing)]
    chosen: dict[str, Slot] = {}
    for slot in sorted(found, key=lambda slot: slot.is_one_of_many):
        chosen.setdefault(slot.entry.name, slot)
    left_out = [
        Held(f"{one.entry.name} of {one.entry.path}", digest_of(one.entry.path), TAKEN)
        for one in found
        if chosen[one.entry.name] is not one and not is_same_document(one, chosen)
    ]
    return [slot for slot in found if chosen[slot.entry.name] is slot], left_out


def is_same_document(slot: Slot, chosen: Mapping[str, Slot]) -> bool:
    """A document of a folder that also has an entry of its own is meant once."""
    one, other = slot.entry, chosen[slot.entry.name].entry
    return (one.repository, one.path.lstrip("./")) == (other.repository, other.path.lstrip("./"))


def documents_of(reading: Reading, standing: Sequence[Version]) -> Iterator[Slot]:
    """What was found, then what stood there before and was not found."""
    entry = replace(reading.entry, every=None)
    for one in reading.found:
        own = replace(entry, name=one.name, path=one.path)
        yield Slot(own, one.words, reading.is_folder)
    seen = {one.name for one in reading.found}
    for version in standing:
        before = entry_in(version)
        if version.name not in seen and before is not None and came_from(before, entry):
            own = replace(entry, name=before.name, path=before.path)
            yield Slot(own, None, reading.is_folder, is_gone=reading.why is None)


def entry_in(version: Version) -> PlaybookSource | None:
    """How a version was bound when it was published."""
    entries = decode(version.team).playbooks
    return next((one for one in entries if one.name == version.name), None)


def came_from(before: PlaybookSource, entry: PlaybookSource) -> bool:
    """Whether a document was read by this entry: it is the document, or the folder around it."""
    if (before.repository, before.branch) != (entry.repository, entry.branch):
        return False
    top = entry.path.strip("/").removeprefix("./")
    path = before.path.strip("/").removeprefix("./")
    return top in {"", ".", path} or path.startswith(f"{top}/")


def team_beside(team: object, entries: Sequence[PlaybookSource]) -> object:
    """The team file as it is where it names every document by itself, else with those names."""
    named = [replace(one, every=None) for one in decode(team).playbooks]
    return team if named == list(entries) else with_entries(team, entries)


def missed(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """Every place that could not be read; an empty reason takes an earlier one back."""
    for reading in readings:
        place = reading.entry.repository or reading.entry.path
        if reading.why != NOT_NOW:
            yield place, reading.why or "; ".join(reading.faults)


@dataclass(slots=True)
class Weighing:
    """Goes slot by slot and gathers what is decided."""

    deck: Deck
    words: object
    team: TeamFile
    shelf: Shelf
    editions: list[Edition] = field(default_factory=list)
    noted: list[tuple[str, str]] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)

    def put(self, slot: Slot) -> None:
        """What this name stands for from now on."""
        before = next((o for o in self.shelf.standing if o.name == slot.entry.name), None)
        if before is None:
            self.begin(slot)
        elif slot.words is None:
            if slot.is_gone:
                self.held.append(Held(before.name, digest_of(""), VANISHED))
            self.keep(before)
        else:
            self.compare(slot.words, before)

    def begin(self, slot: Slot) -> None:
        """A name that is new here. In a folder, a text without levels is no playbook."""
        source = slot.words or ""
        edition = self.edition(slot.entry.name, source)
        if slot.is_one_of_many and not edition.card.playbook.severities:
            return
        self.take(edition)

    def compare(self, source: str, before: Version) -> None:
        """Words that were read before and are not in force were rolled back or held: they are no
        news, whoever reads them again."""
        offer = self.shelf.offers.get(before.name)
        is_known = offer is not None and offer.digest == digest_of(source)
        if source == before.source:
            self.take(self.edition(before.name, source))
        elif is_known:
            self.keep(before)
        else:
            self.news(source, before)

    def news(self, source: str, before: Version) -> None:
        edition = self.edition(before.name, source)
        old = self.edition(before.name, before.source)
        changes = behaviour(old.card, edition.card)
        if losses(changes):
            self.held.append(Held(before.name, digest_of(source), LOSES, changes))
            self.keep(before)
        else:
            self.take(replace(edition, changes=changes))

    def keep(self, before: Version) -> None:
        self.editions.append(self.edition(before.name, before.source))

    def take(self, edition: Edition) -> None:
        self.editions.append(edition)
        self.noted.append((edition.card.name, digest_of(edition.source)))

    def edition(self, name: str, source: str) -> Edition:
        return Edition(self.deck.card_of(name, source, self.words, self.team), source)
