"""What happened to the documents: put in force, held back, retired, or out of reach."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PlaybookPublished:
    """A version of a playbook came into force."""

    kind: ClassVar[str] = "playbook_published"

    name: str
    title: str
    version: str = ""
    changes: tuple[str, ...] = ()
    """What goes differently from now on, a sentence each."""


@dataclass(frozen=True, slots=True)
class PlaybookHeld:
    """A version was read and not put in force; the old one stays."""

    kind: ClassVar[str] = "playbook_held"

    name: str
    why: str
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaybookRetired:
    """A playbook answers no new alert any more."""

    kind: ClassVar[str] = "playbook_retired"

    name: str


@dataclass(frozen=True, slots=True)
class LibraryUnread:
    """A place where playbooks are kept could not be read; what is in force stays."""

    kind: ClassVar[str] = "library_unread"

    place: str
    why: str
