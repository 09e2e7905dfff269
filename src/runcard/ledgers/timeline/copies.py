"""What happened to a copy of the database: it was put in quarantine, and let out again."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class QuarantineBegun:
    """The database is a copy: what was planned in it waits for a person."""

    kind: ClassVar[str] = "quarantine_begun"

    why: str
    timers: int
    pages: int


@dataclass(frozen=True, slots=True)
class QuarantineEnded:
    """Somebody said that the copy carries on; what was planned is carried out."""

    kind: ClassVar[str] = "quarantine_ended"

    timers: int
    pages: int
