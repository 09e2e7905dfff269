"""Runbooks whose heading is the sign itself need no list of signs."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Oven cold", True),
        ("Flour ledger gone", True),
        ("Oven is cold", False),
        ("OvenTooCold", False),
        ("Restore the ledger", False),
        ("If the gate jams", False),
    ],
)
def test_signs_are_asked_for_where_the_heading_gives_none(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Bakery\n\n## Runbooks\n\n### {title}\n\n1. Relight it\n"
    assert ("RC626" in {one.code for one in found_in(text, words)}) is is_found
