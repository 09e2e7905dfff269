"""What may be asked of the world about a document, and the answers it can give."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Protocol

from runcard.domain.people.reading import Faults, Node

KEYS = ("resolve", "http", "programs", "team", "private", "private_redirects", "each", "within")


class Asks(Enum):
    """What a question is about."""

    HOST = "host"
    ADDRESS = "address"
    PROGRAM = "program"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing of the document that may or may not be so; `line` is where it stands first."""

    asks: Asks
    subject: str
    line: int


@dataclass(frozen=True, slots=True)
class Holds:
    """It is as the document says."""


@dataclass(frozen=True, slots=True)
class Fails:
    """It is not, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class Missing:
    """The address answers, and says that nothing is there."""

    why: str


@dataclass(frozen=True, slots=True)
class Unasked:
    """It was not asked, and why."""

    why: str


Answer = Holds | Fails | Missing | Unasked


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may be asked. Nothing is, unless it is said."""

    asks: frozenset[Asks] = frozenset()
    team: str | None = None
    private: bool = False
    """Whether addresses of one's own network may be asked."""
    private_redirects: bool = False
    """Whether a page may lead to an address of one's own network."""
    each: timedelta = timedelta(seconds=3)
    within: timedelta = timedelta(seconds=30)


class Witness(Protocol):
    """Looks at the world without changing it; gives up after the time it was built with."""

    def resolves(self, host: str) -> Answer:
        """Whether the name of a host leads to an address."""
        ...

    def answers(self, url: str) -> Answer:
        """Whether a page is there. Only HEAD and GET are ever sent, without credentials."""
        ...

    def is_installed(self, program: str) -> Answer:
        """Whether a program can be run here."""
        ...


def decode_allowed(mapping: object) -> Allowed:
    """Read what YAML has turned into plain values. Raises Invalid with every fault."""
    faults = Faults()
    root = Node(mapping, "", faults)
    root.mapping(KEYS)
    team = None if root.at("team").is_absent else root.at("team").text()
    said = {Asks.HOST: "resolve", Asks.ADDRESS: "http", Asks.PROGRAM: "programs"}
    asks = {kind for kind, key in said.items() if _is_yes(root.at(key))}
    allowed = Allowed(
        frozenset(asks | ({Asks.PERSON} if team else set())),
        team,
        _is_yes(root.at("private")),
        _is_yes(root.at("private_redirects")),
        _span(root.at("each"), Allowed().each),
        _span(root.at("within"), Allowed().within),
    )
    faults.raise_if_any("The facts")
    return allowed


def _is_yes(node: Node) -> bool:
    if not node.is_absent and not isinstance(node.value, bool):
        node.wrong("should be true or false")
    return node.value is True


def _span(node: Node, otherwise: timedelta) -> timedelta:
    return node.span() or otherwise


Answers = Sequence[tuple[Question, Answer]]
