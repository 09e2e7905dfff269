"""Columns that name two matters, of which one is a promise."""

import pytest

from runcard.domain.playbooks.levels.paired_cells import promised_part
from runcard.domain.playbooks.vocabulary import Vocabulary

TAKEN = ("acknowledge",)


@pytest.mark.parametrize(
    ("head", "cell", "part"),
    [
        ("Acknowledge / baker named", "12 min / 20 min", "12 min"),
        ("Leitung benannt / Bestätigung", "sofort / 8 Min.", "8 Min."),
        ("Acknowledge / baker named", "12 min", "12 min"),
        ("Acknowledge", "12 min / 20 min", "12 min / 20 min"),
    ],
)
def test_a_cell_is_cut_where_the_head_of_its_column_is(
    head: str, cell: str, part: str, words: Vocabulary
) -> None:
    assert promised_part(cell, head, TAKEN, words) == part
