"""Rungs that sentences name, and levels of other things."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import Step, chains


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (("Level 1 is the mill desk. Level 2 is the shift lead; call her if a P1 is open for 30 "
         "minutes. Level 3 is the plant manager; call him after 2 hours."),
         [("mill desk", None, None), ("shift lead", "if a P1 is open for 30 minutes", 1800),
          ("plant manager", "after 2 hours", 7200)]),
        ("Stufe 1 ist die Bereitschaft. Stufe 2 ist die Leitung; sie wird nach 30 Minuten geholt.",
         [("Bereitschaft", None, None), ("Leitung", "nach 30 Minuten geholt", 1800)]),
    ],
)  # fmt: skip
def test_a_number_an_is_and_a_name(text: str, steps: list[Step], words: Vocabulary) -> None:
    assert chains(f"## Escalation\n\n{text}", words) == [steps]


@pytest.mark.parametrize(
    "text",
    [
        "## Escalation\n\nLevel 1 is the pond. Level 2 is the weir; it fills after 2 hours.",
        "## Water\n\nLevel 1 is the shift lead. Level 2 is the owner.",
    ],
)
def test_levels_of_water_call_nobody(text: str, words: Vocabulary) -> None:
    assert chains(text, words) == []
