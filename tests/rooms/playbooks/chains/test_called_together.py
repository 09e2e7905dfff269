"""Two people that a sentence calls together are a step each; in a list they stand as written."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import chains

SILENT = "If a page is not acknowledged within 15 minutes"


@pytest.mark.parametrize(
    ("called", "names"),
    [
        ("the shift lead and the mill owner", ["shift lead", "mill owner"]),
        ("the shift lead and mill owner", ["shift lead", "mill owner"]),
        ("the head of grain and flour", ["head of grain and flour"]),
        ("the shift lead", ["shift lead"]),
    ],
)
def test_each_that_plays_a_part_is_a_step(called: str, names: list[str], words: Vocabulary) -> None:
    text = f"## Escalation\n\nThe duty miller is paged. {SILENT}, escalate to {called}."
    (found,) = chains(text, words)
    assert found == [("duty miller", None, None), *((name, SILENT, 900) for name in names)]


def test_a_rung_of_a_list_stays_as_it_is_written(words: Vocabulary) -> None:
    text = "## Escalation\n\n1. Miller\n2. Shift lead and mill owner (after 15 min)\n"
    (found,) = chains(text, words)
    assert [who for who, _, _ in found] == ["Miller", "Shift lead and mill owner"]
