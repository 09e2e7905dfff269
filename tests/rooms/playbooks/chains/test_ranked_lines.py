"""Ranks with names, with and without a wait."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import Step, chains


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("*Primary:* duty miller\n*Secondary:* other miller",
         [("duty miller", None, None), ("other miller", None, None)]),
        ("**Primary:** duty miller\n\n**Backup:** head miller, after 20 minutes",
         [("duty miller", None, None), ("head miller", "after 20 minutes", 1200)]),
    ],
)  # fmt: skip
def test_names_behind_ranks(text: str, steps: list[Step], words: Vocabulary) -> None:
    assert chains(f"## Escalation\n\n{text}", words) == [steps]


@pytest.mark.parametrize(
    "text",
    [
        "## Escalation\n\n*Primary:* +44 1632 960 401\n*Secondary:* +44 1632 960 402",
        "## Ponds\n\n*Primary:* north pond\n*Secondary:* south pond",
    ],
)
def test_addresses_and_other_headings_are_none(text: str, words: Vocabulary) -> None:
    assert chains(text, words) == []
