"""Hours of duty want a zone, and somebody by name."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("place", "is_found"),
    [
        ("The watch sits in one house.", False),
        ("The watch follows the sun: EMEA, then APAC.", True),
        ("Messages carry the time in UTC.", True),
    ],
)
def test_hours_want_a_zone_where_there_is_more_than_one(
    place: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n{place}\n\n## On-call schedule\n\n- 09:00-17:00 pilot of the week\n"
    assert ("RC316" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize("zone", ["", "Heure de l'Est.", "Horário de Lisboa."])
def test_a_zone_in_words_below_the_hours_is_one(zone: str, words: Vocabulary) -> None:
    text = (
        "# Gates\n\nMessages carry the time in UTC.\n\n## On-call schedule\n\n"
        f"- 09:00-17:00 pilot of the week\n\n{zone}\n"
    )
    assert ("RC316" in {one.code for one in found_in(text, words)}) is (zone == "")


@pytest.mark.parametrize(("who", "is_found"), [("support team", True), ("support pilot", False)])
def test_hours_are_somebodys(who: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Gates\n\n## On-call schedule\n\n- 09:00-17:00 {who}\n"
    assert ("RC317" in {one.code for one in found_in(text, words)}) is is_found
