"""Two rungs that are one person are a fault, and that they must not be is none."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("舵手と見張りを決める（兼任しない）", False),
        ("The pilot and the scribe are never the same person.", False),
        ("Lotse und Schreiber dürfen nicht dieselbe Person sein.", False),
        ("El piloto y el escriba no pueden ser la misma persona.", False),
        ("舵手は見張りを兼任する", True),
        ("In July the pilot and the captain are the same person.", True),
    ],
)
def test_that_two_must_not_be_one_is_no_fault(line: str, is_found: bool, words: Vocabulary) -> None:
    found = {one.code for one in found_in(f"# Port\n\n## Steps\n\n- [ ] {line}\n", words)}
    assert ("RC309" in found) is is_found
