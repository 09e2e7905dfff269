"""A message may name one level where what stands around it says that it is for that one."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.checks.test_templates import LEVELS, codes, message


@pytest.mark.parametrize(
    ("above", "is_found"), [("To the crew (P1):", False), ("To the crew:", True)]
)
def test_the_line_above_a_message_limits_it_to_a_level(
    above: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        LEVELS.format("every day") + f"{above}\n\n> P1 since [time]. Next update in 30 minutes.\n"
    )
    assert ("RC507" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("chapter", "is_found"), [("Messages for P1", False), ("Messages", True), ("Texte", True)]
)
def test_a_chapter_for_one_level_may_name_it(
    chapter: str, is_found: bool, words: Vocabulary
) -> None:
    levels = LEVELS.format("daily").replace("## Templates", f"## {chapter}")
    text = levels + message("Subject: [P1] gate shut", title="First message")
    assert ("RC507" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"), [("Note (critical flood)", False), ("Note (critical or high)", True)]
)
def test_a_title_may_name_a_level_that_is_a_word(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    levels = LEVELS.format("daily").replace("P1", "CRITICAL").replace("P2", "HIGH")
    text = levels + message("Subject: CRITICAL INCIDENT: gate shut", title=title)
    assert ("RC507" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("opening", "is_found"),
    [
        ("During a P1 incident, the first note goes out within 10 minutes.", False),
        ("Im Fall von P1 geht die erste Nachricht sofort hinaus.", False),
        ("During a flood, the first note goes out within 10 minutes, as in a P1.", True),
        ("The first note goes out within 10 minutes, for P1 and for P2.", True),
    ],
)
def test_the_opening_of_a_chapter_may_limit_its_messages_to_a_level(
    opening: str, is_found: bool, words: Vocabulary
) -> None:
    text = LEVELS.format("daily") + f"{opening}\n\n" + message("Subject: [P1] gate shut")
    assert ("RC507" in codes(text, words)) is is_found
