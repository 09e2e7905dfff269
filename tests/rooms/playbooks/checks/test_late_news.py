"""Whether people hear of it in time."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

PROCESS = (
    "# Gates\n\n## Process\n\n### Step 1: Contain\n\n- Close the gate\n\n### Step 2: {}\n\n{}\n"
)


@pytest.mark.parametrize(
    ("title", "said", "is_found"),
    [
        ("Notify", "- Ring the town hall", True),
        ("Notify", "- At once: ring the town hall", False),
        ("Notify (in parallel)", "- Ring the town hall", False),
    ],
)
def test_people_are_told_after_the_repair_unless_it_goes_along(
    title: str, said: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(PROCESS.format(title, said), words)}
    assert ("RC210" in codes) is is_found
