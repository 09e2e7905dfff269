"""Columns stand under one another, in any script; a table that cannot be written safely stays."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.writing.aligned_tables import width_of
from runcard.domain.playbooks.writing.canonical import canonical


def laid_out(text: str, words: Vocabulary) -> list[str]:
    return canonical(text, words).text.splitlines()


def test_cells_are_padded_to_the_widest_of_their_column(words: Vocabulary) -> None:
    found = laid_out("|Level|Response|\n|-|:-:|\n|P1|15 min|\n|P2 minor|1 h|", words)
    assert found == [
        "| Level    | Response |",
        "| -------- | :------: |",
        "| P1       | 15 min   |",
        "| P2 minor | 1 h      |",
    ]


def test_wide_characters_take_two_columns(words: Vocabulary) -> None:
    found = laid_out("|级别|说明|\n|-|-|\n|P1|全部服务中断|\n|P2|部分|", words)
    assert {width_of(line) for line in found} == {width_of(found[0])}
    assert width_of("é") == width_of("e\u0301") == 1


def test_a_cell_that_is_missing_is_empty_and_one_too_many_leaves_the_table_alone(
    words: Vocabulary,
) -> None:
    assert laid_out("|A|B|\n|-|-|\n|x|", words)[2] == "| x   |     |"
    text = "|A|B|\n|-|-|\n|x|y|z|"
    assert laid_out(text, words) == text.splitlines()


@pytest.mark.parametrize("cell", ["a \\| b", "`a \\| b`"])
def test_a_pipe_inside_a_cell_stays_inside(cell: str, words: Vocabulary) -> None:
    found = laid_out(f"|A|B|\n|-|-|\n|{cell}|y|", words)
    assert found[2] == f"| {cell} | y   |"


def test_a_very_wide_table_is_not_padded(words: Vocabulary) -> None:
    found = laid_out(f"|A|B|\n|-|-|\n|{'long ' * 40}|y|\n|x|y|", words)
    assert found[-1] == "| x   | y   |"
