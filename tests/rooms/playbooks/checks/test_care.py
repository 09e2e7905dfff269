"""A destructive step is written with care where its case is told and it looks before and after."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

CASE = "Rides that ended an hour ago still hold their seat in the list:"
LOOK = "liftctl count seats"
ORDER = "liftctl drop seats --ended"


def is_told(above: str, lines: list[str], below: str, words: Vocabulary) -> bool:
    block = "\n".join(["```bash", *lines, "```"])
    found = found_in(f"# Lift\n\n{above}\n\n{block}\n\n{below}\n", words)
    return "RC725" in {one.code for one in found}


@pytest.mark.parametrize(
    ("above", "lines", "below", "is_found"),
    [
        (CASE, [LOOK, ORDER, LOOK], "", False),
        (CASE, [LOOK, ORDER], "Try the ride again.", False),
        (CASE, [LOOK, ORDER], "", True),
        (CASE, [ORDER, LOOK], "", True),
        ("**Severity: Red** (Amber outside of the opening hours of the house)",
         [LOOK, ORDER, LOOK], "", True),
        ("Then:", [LOOK, ORDER, LOOK], "", True),
    ],
)  # fmt: skip
def test_a_look_before_and_after_with_its_case_told_is_care(
    above: str, lines: list[str], below: str, is_found: bool, words: Vocabulary
) -> None:
    def known(line: str) -> str:
        return line.replace("liftctl drop", "psql -c 'delete from") + (
            "'" if "drop" in line else ""
        )

    assert is_told(above, [known(line) for line in lines], below, words) is is_found
