"""What a write may say. An unknown field is refused: a typo must not be taken for silence."""

from dataclasses import dataclass
from enum import Enum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, ConfigDict, StringConstraints

from runcard.domain.incidents.model import Status

MOST_WORDS = 20_000
REFUSE_UNKNOWN = ConfigDict(extra="forbid")


def storable(words: str) -> str:
    """A null character cannot be kept by every database."""
    if "\0" in words:
        raise ValueError("a null character cannot be kept; leave it out")
    return words


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    AfterValidator(storable),
]
Words = Annotated[str, StringConstraints(max_length=MOST_WORDS), AfterValidator(storable)]
SomeWords = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_WORDS),
    AfterValidator(storable),
]


class Door(Enum):
    """Through which of our own programs an answer came."""

    API = "api"
    CLI = "cli"


@dataclass(frozen=True, slots=True)
class Declare:
    """A person says that something is wrong."""

    __pydantic_config__: ClassVar = REFUSE_UNKNOWN

    title: Line
    severity: Line | None = None
    playbook: Line | None = None


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Somebody has it."""

    __pydantic_config__: ClassVar = REFUSE_UNKNOWN

    through: Door = Door.API


@dataclass(frozen=True, slots=True)
class PostUpdate:
    """Words for people outside, and the template they came from."""

    __pydantic_config__: ClassVar = REFUSE_UNKNOWN

    template: Line
    text: SomeWords


@dataclass(frozen=True, slots=True)
class ChangeStatus:
    """What is said about it from now on."""

    __pydantic_config__: ClassVar = REFUSE_UNKNOWN

    status: Status
    why: Words = ""


@dataclass(frozen=True, slots=True)
class SetSeverity:
    """A severity of the document; the one it has already confirms it."""

    __pydantic_config__: ClassVar = REFUSE_UNKNOWN

    severity: Line


@dataclass(frozen=True, slots=True)
class Resolve:
    """It is over."""

    __pydantic_config__: ClassVar = REFUSE_UNKNOWN

    why: Words = ""


@dataclass(frozen=True, slots=True)
class WriteNote:
    """What somebody saw or did."""

    __pydantic_config__: ClassVar = REFUSE_UNKNOWN

    text: SomeWords


@dataclass(frozen=True, slots=True)
class TakeCommand:
    """Who commands from now on, by the id of the team file."""

    __pydantic_config__: ClassVar = REFUSE_UNKNOWN

    person: Line
