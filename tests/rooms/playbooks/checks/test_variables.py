"""Variables that nothing in a document sets."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["gatectl -h $QUAY -u $PILOT list"], ["$QUAY, $PILOT in line 4"]),
        (["ship $A4 $B4", "ship $A4 $B4 now"], ["$A4, $B4 in line 4, 5"]),
        (["ship $A4 $B4", "ship $A4"], ["$A4 in line 4, 5", "$B4 in line 4"]),
        (["ship $A4", "ship $B4"], ["$A4 in line 4", "$B4 in line 5"]),
    ],
)
def test_variables_of_the_same_lines_are_one_finding(
    lines: list[str], told: list[str], words: Vocabulary
) -> None:
    text = "\n".join(["# Quay", "", "```bash", *lines, "```", ""])
    found = [one.message for one in found_in(text, words) if one.code == "RC710"]
    assert [one.partition(": ")[2] for one in found] == told
