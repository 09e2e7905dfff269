"""Where the words of a broken sentence stand."""

import pytest

from runcard.domain.playbooks.page.broken_lines import broken_lines
from runcard.domain.playbooks.page.outline import outline

PAGE = """# Bakery

The master of the ovens is called at any hour and looks at the fires with the
apprentice within 20 minutes, and everybody in the village hears of it within 3
hours.

A short line.
"""


@pytest.mark.parametrize(
    ("said", "span"),
    [("within 20 minutes", (4, 4)), ("within 3 hours", (4, 5)), ("with the apprentice", (3, 4))],
)
def test_words_are_found_below_the_line_where_their_sentence_begins(
    said: str, span: tuple[int, int]
) -> None:
    assert broken_lines(outline(PAGE)).span_of(said, 3) == span


@pytest.mark.parametrize(("said", "line"), [("within 9 minutes", 3), ("A short line.", 7)])
def test_other_words_stand_where_they_were_read(said: str, line: int) -> None:
    assert broken_lines(outline(PAGE)).span_of(said, line) is None
