"""What cells of one column have in common: times, periods, or sentences."""

from collections.abc import Callable, Sequence

import pytest

from runcard.domain.playbooks.levels.cells import (
    is_column_of_periods,
    is_column_of_times,
    is_prose,
    length,
)
from runcard.domain.playbooks.vocabulary import Vocabulary

Asked = Callable[[Sequence[str], Vocabulary], bool]


@pytest.mark.parametrize(
    ("asked", "cells", "expected"),
    [
        (is_column_of_times, ("5 min", "2 Stunden", "-"), True),
        (is_column_of_times, ("5 min", "the yard", "the gate"), False),
        (is_column_of_periods, ("hourly", "at the end"), True),
        (is_column_of_periods, ("within 5 min", "1 h"), False),
    ],
)
def test_what_most_cells_say_holds_for_the_column(
    asked: Asked, cells: tuple[str, ...], expected: bool, words: Vocabulary
) -> None:
    assert asked(cells, words) is expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [(("no tram runs", "one line waits"), True), (("全线停运没有车", "一条线路在等"), True),
     (("red", "amber"), False), (("no tram runs", ""), False)],
)  # fmt: skip
def test_sentences_are_some_words_in_each(cells: tuple[str, ...], expected: bool) -> None:
    assert is_prose(cells) is expected


def test_two_wide_signs_are_a_word() -> None:
    assert [length("no tram"), length("没有电车")] == [2, 2]
