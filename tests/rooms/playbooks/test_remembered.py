"""What was read is kept, and forgotten when it is too much."""

from collections.abc import Callable

import pytest

from runcard.domain.playbooks import remembered as remembering
from runcard.domain.playbooks.remembered import remembered


def a_reader() -> tuple[Callable[[str], int], list[str]]:
    """A reader, and the texts that it had to read."""
    read: list[str] = []

    @remembered
    def length(text: str) -> int:
        read.append(text)
        return len(text)

    return length, read


def test_a_text_is_read_once() -> None:
    length, read = a_reader()
    assert [length("ferry"), length("barge"), length("ferry")] == [5, 5, 5]
    assert read == ["ferry", "barge"]


def test_all_is_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST_LINES", 2)
    length, read = a_reader()
    for text in ("a", "b", "b", "c", "c", "a"):
        length(text)
    assert read == ["a", "b", "c", "a"]


def test_an_answer_of_nothing_is_one() -> None:
    asked: list[str] = []

    @remembered
    def nothing(text: str) -> None:
        asked.append(text)

    nothing("ferry")
    nothing("ferry")
    assert asked == ["ferry"]
