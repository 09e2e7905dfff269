"""A string that will not print itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """Say `reveal()` at the one place that needs the words."""

    _words: str

    def reveal(self) -> str:
        """The words themselves; never log them."""
        return self._words

    def __repr__(self) -> str:
        return "Secret(…)"

    def __str__(self) -> str:
        return "…"

    def __bool__(self) -> bool:
        return bool(self._words)
