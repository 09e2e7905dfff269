"""What `runcard doctor` says of one thing: a mark, a sentence, and the next step where it helps."""

from collections.abc import Iterator
from dataclasses import dataclass

from runcard.interfaces.cli.errors import next_step
from runcard.kernel.errors import RuncardError


@dataclass(frozen=True, slots=True)
class Line:
    """One finding about this installation."""

    mark: str
    about: str
    says: str
    next: str | None = None

    @property
    def is_bad(self) -> bool:
        return self.mark == "✕"


Lines = Iterator[Line]


def good(about: str, says: str) -> Line:
    return Line("✓", about, says)


def doubtful(about: str, says: str, step: str) -> Line:
    """It works, and may not when it matters."""
    return Line("▲", about, says, step)


def bad(about: str, says: str, step: str) -> Line:
    """It will not work."""
    return Line("✕", about, says, step)


def bad_because(about: str, fault: RuncardError) -> Line:
    return Line("✕", about, fault.message, next_step(fault))
