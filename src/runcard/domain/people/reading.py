"""Reads plain values out of a file written by hand; collects every fault with its place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from difflib import get_close_matches

from runcard.kernel.errors import Invalid
from runcard.kernel.spans import parse_span

TOP = "the file"


@dataclass(slots=True)
class Faults:
    """Everything that is wrong, in the order it was met."""

    found: list[tuple[str, str]] = field(default_factory=list)

    def add(self, place: str, message: str) -> None:
        self.found.append((place or TOP, message))

    def raise_if_any(self, subject: str) -> None:
        """One Invalid that lists them all."""
        if not self.found:
            return
        count = len(self.found)
        lines = [f"{place}: {message}" for place, message in self.found]
        head = f"{subject} has {count} fault{'' if count == 1 else 's'}:"
        raise Invalid("\n  ".join([head, *lines]), where=self.found[0][0])


def guess(word: str, known: Iterable[str]) -> str:
    """`; did you mean people?`, or nothing."""
    by_folded = {one.casefold(): one for one in known}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return f"; did you mean {by_folded[close[0]]}?" if close else ""


@dataclass(frozen=True, slots=True)
class Node:
    """A value at its place."""

    value: object
    place: str
    faults: Faults

    def at(self, key: str) -> "Node":
        """A part of a mapping; None where it is not there."""
        inner = self.value.get(key) if isinstance(self.value, Mapping) else None
        return Node(inner, f"{self.place}.{key}" if self.place else key, self.faults)

    @property
    def is_absent(self) -> bool:
        return self.value is None

    def wrong(self, message: str) -> None:
        self.faults.add(self.place, message)

    def mapping(self, known: Sequence[str] | None = None) -> dict[str, "Node"]:
        """The parts of a mapping by their key; keys nobody knows are faults."""
        if self.is_absent:
            return {}
        if not isinstance(self.value, Mapping):
            self.wrong(f"should be a list of `key: value` lines, not {kind_of(self.value)}")
            return {}
        nodes = {str(key): self.at_key(key) for key in self.value}
        for key in [] if known is None else [key for key in nodes if key not in known]:
            self.unknown(key, known or ())
            del nodes[key]
        return nodes

    def at_key(self, key: object) -> "Node":
        inner = self.value[key] if isinstance(self.value, Mapping) else None
        return Node(inner, f"{self.place}.{key}" if self.place else str(key), self.faults)

    def unknown(self, key: str, known: Sequence[str]) -> None:
        place = f"{self.place}.{key}" if self.place else key
        hint = guess(key, known) or f"; known here: {', '.join(known)}"
        self.faults.add(place, f"is not a key we know{hint}")

    def items(self) -> list["Node"]:
        """The members of a list; one value alone counts as a list of one."""
        if self.is_absent:
            return []
        if isinstance(self.value, Sequence) and not isinstance(self.value, str | bytes):
            return [
                Node(one, f"{self.place}[{number}]", self.faults)
                for number, one in enumerate(self.value, start=1)
            ]
        return [self]

    def text(self) -> str | None:
        """Words; a number is taken as written. A fault, and None, for anything else."""
        if isinstance(self.value, str) and self.value.strip():
            return self.value.strip()
        if isinstance(self.value, int | float) and not isinstance(self.value, bool):
            return str(self.value)
        self.wrong(f"should be words, not {kind_of(self.value)}")
        return None

    def words(self) -> tuple[str, ...]:
        """Every member of a list that is words."""
        found = [node.text() for node in self.items()]
        return tuple(one for one in found if one is not None)

    def span(self) -> timedelta | None:
        """`15m`, `1h30m`; None where it is absent or wrong."""
        if self.is_absent:
            return None
        said = self.text()
        try:
            return None if said is None else parse_span(said)
        except Invalid as fault:
            self.wrong(fault.message)
            return None


def kind_of(value: object) -> str:
    """What a value is, in words."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes or no"
        case str():
            return "nothing" if not value.strip() else "words"
        case int() | float():
            return "a number"
        case Mapping():
            return "`key: value` lines"
        case Sequence():
            return "a list"
        case _:
            return "that"


def read_or(node: Node, otherwise: str) -> str:
    """What it says; the other where it says nothing."""
    return otherwise if node.is_absent else node.text() or otherwise


def read_words(node: Node) -> Iterable[tuple[str, str]]:
    """The `key: words` lines of a mapping."""
    found = [(key, one.text()) for key, one in node.mapping().items()]
    return [(key, said) for key, said in found if said is not None]
