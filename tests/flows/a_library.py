"""A place that holds what a test puts there, and a house that reads it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from runcard.domain.people.model import PlaybookSource
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.repository import Found, Library, Reading
from runcard.flows.house import ENGINE
from runcard.flows.library_is_read import library_is_watched, library_opens
from runcard.ledgers.timeline.queries import story_since
from runcard.ledgers.timeline.render import sentence
from runcard.ledgers.timeline.store import INSTALL
from runcard.testing.house import HouseForTests, a_house


@dataclass
class Somewhere:
    """Answers for every entry alike: a folder of documents, or a reason why it cannot be read."""

    documents: dict[str, str] = field(default_factory=dict)
    why: str | None = None
    asked: int = 0
    is_folder: bool = True

    def read(self, entry: PlaybookSource) -> Reading:
        self.asked += 1
        if self.why is not None:
            return Reading(entry, why=self.why)
        found = tuple(
            Found(name, f"{entry.path}/{name}.md" if self.is_folder else entry.path, words)
            for name, words in self.documents.items()
        )
        return Reading(entry, found, self.is_folder, revision="9f3c1a7")


@dataclass
class Kept:
    """A house whose playbooks stand somewhere else."""

    house: HouseForTests
    place: Somewhere

    def read_again(self) -> None:
        """As after the usual pause."""
        self.house.forward(minutes=5)

    def start_again(self) -> None:
        """As at the next start of the server."""
        inner = self.house.house
        assert inner.library is not None
        library_opens(inner.db, inner.deck, inner.library)

    def in_force(self) -> dict[str, str]:
        """The words of every playbook in force."""
        return {
            card.name: "\n".join(card.playbook.lines) for card in self.house.house.deck.in_force
        }

    def told(self) -> list[str]:
        """The story of the install, as sentences."""
        entries = self.house.house.db.read(lambda work: story_since(work, INSTALL, 0), ENGINE)
        return [sentence(entry) for entry in entries]


@contextmanager
def a_library(
    address: str, documents: Mapping[str, str], team: Mapping[str, Any]
) -> Iterator[Kept]:
    """A house that begins with nothing and reads these documents at its start."""
    place = Somewhere(dict(documents))
    with a_house(address, {}, team) as house:
        inner = house.house
        inner.library = Library(dict(team), decode(dict(team)).playbooks, place, place)
        library_opens(inner.db, inner.deck, inner.library)
        inner.write(lambda work: library_is_watched(work, inner))
        house.work()
        yield Kept(house, place)
