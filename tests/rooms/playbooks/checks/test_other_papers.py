"""Numbers behind the sign for a part that are those of another paper."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.checks.test_references import NUMBERED, codes


@pytest.mark.parametrize(
    ("says", "is_lost"),
    [
        ("Gate: §2 Night watch, §3 Ropes, §7 Boats.", False),
        ("Regel: §1 Tide tables, §2 Weather, §8.", False),
        ("Gate: §2 Gates, §3 Ropes, §7 Boats.", True),
        ("Gate: §2 Night watch, and §7.", True),
        ("Shut them by hand. (Harbour manual §7.)", False),
        ("Ruf den Wart. (Hafenordnung Teil §8)", False),
        ("Shut them by hand. (See rule §7.)", True),
        ("Shut them by hand (§7).", True),
    ],
)
def test_titles_that_no_part_here_has_make_the_numbers_those_of_another_paper(
    says: str, is_lost: bool, words: Vocabulary
) -> None:
    assert ("RC026" in codes(NUMBERED.format(says), words)) is is_lost
