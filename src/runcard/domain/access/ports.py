"""What this room needs from outside: a place for the words of keys; we keep only digests."""

from collections.abc import Mapping
from typing import Protocol


class KeyFile(Protocol):
    """Readable by its owner only. Raises Unavailable when it cannot be written."""

    def read(self) -> Mapping[str, str]: ...
    def write(self, words: Mapping[str, str]) -> None: ...
