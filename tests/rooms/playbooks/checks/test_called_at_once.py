"""Whoever is called for a level beside others waits for nobody's silence."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

PAGE = (
    "# Lock\n\n## Severity levels\n\n"
    "| Level | Definition | Response | {head} |\n|---|---|---|---|\n"
    "| P1 | gate open | 5 min | {called} |\n| P2 | gate slow | 30 min | Pilot |\n\n"
    "## Escalation\n\n| Tier | Who | When |\n|---|---|---|\n| 1 | Pilot | at once |\n"
    "| 2 | Mate | no answer after 5 min |\n| 3 | Captain | not solved after 2 hours |\n"
)


@pytest.mark.parametrize(
    ("head", "called", "is_found"),
    [
        ("Who gets paged", "Pilot, Mate", False),
        ("Paged", "Pilot, Mate", False),
        ("Quem é acionado", "Pilot, Mate", False),
        ("Who gets paged", "Pilot", True),
        ("Quem é acionado", "Pilot, Captain", True),
        ("Escalation", "Pilot, Mate", True),
    ],
)
def test_for_a_level_that_calls_both_the_second_does_not_wait(
    head: str, called: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(PAGE.format(head=head, called=called), words)
    assert ("RC307" in {one.code for one in found}) is is_found
