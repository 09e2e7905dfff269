"""What this room needs from outside: somebody who can read shell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Tree:
    """A syntax tree: nested mappings, as `shfmt --to-json` prints them, from a line on."""

    root: Mapping[str, Any]
    first_line: int = 1


@dataclass(frozen=True, slots=True)
class Unparsable:
    """No shell would run this text, or nobody was there to say so."""

    why: str
    tried: bool = True


Parsed = Tree | Unparsable


class ShellParser(Protocol):
    """Never raises: a text that cannot be read is a value. The answers stand in the order asked."""

    def parse_all(self, texts: Sequence[str]) -> list[Parsed]: ...
