"""What the library needs from outside: the documents that stand in a place, as they are now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from runcard.domain.people.model import PlaybookSource

NOT_NOW = "it is read later"
"""Why a place that is not looked at during a start was not read."""


@dataclass(frozen=True, slots=True)
class Found:
    """One document of a place; `path` is written from where the place's own path is."""

    name: str
    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What an entry of the team file led to. `why` says why it could not be read at all."""

    entry: PlaybookSource
    found: tuple[Found, ...] = ()
    is_folder: bool = False
    revision: str | None = None
    """The commit, where there is one."""
    why: str | None = None
    faults: tuple[str, ...] = ()
    """Single documents of a folder that could not be read."""


class Place(Protocol):
    """A kind of place where documents stand: a disk, a git repository."""

    def read(self, entry: PlaybookSource) -> Reading:
        """Never raises: what cannot be read is a Reading that says why."""
        ...


@dataclass(frozen=True, slots=True)
class Library:
    """Where the documents of a team file stand."""

    team: object
    """The team file as plain words."""
    entries: Sequence[PlaybookSource]
    disk: Place
    git: Place

    @property
    def has_repository(self) -> bool:
        """Whether anything of it is kept outside this machine."""
        return any(entry.repository is not None for entry in self.entries)

    def read(self, entry: PlaybookSource) -> Reading:
        """What stands there now. Touches the world; never inside a transaction."""
        return (self.disk if entry.repository is None else self.git).read(entry)
