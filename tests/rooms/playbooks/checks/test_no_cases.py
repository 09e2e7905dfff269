"""A heading about signs is no case of which the signs are missing."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

STEPS = "- [ ] Ring the maker\n- [ ] Hang out the sign\n"


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Alert channels", False),
        ("Indicators of theft", False),
        ("Theft", True),
        ("Channel lock", True),
    ],
)
def test_signs_and_where_they_come_from_are_no_case(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Lift\n\n## Runbooks\n\n### {title}\n\n{STEPS}"
    assert ("RC626" in {one.code for one in found_in(text, words)}) is is_found
