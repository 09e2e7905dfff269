"""Who needs no line of his own in the list of contacts, and who does."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LISTED = "## Contacts\n\n- Pilot: 01632 960140\n- Mate: 01632 960141\n"


def missing(text: str, words: Vocabulary) -> list[str]:
    return [one.message for one in found_in(text, words) if one.code == "RC406"]


@pytest.mark.parametrize(
    ("chain", "is_found"),
    [
        ("Pilot (5 min) → ring again → Mate (10 min)", False),
        ("Pilot (5 min) → llamar otra vez → Mate (10 min)", False),
        ("Pilot (5 min) → Harbour master (8 min) → Mate (10 min)", True),
    ],
)
def test_what_is_done_between_two_people_is_nobody(
    chain: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Escalation\n\n{chain}\n\n{LISTED}"
    assert bool(missing(text, words)) is is_found


CHAIN = "## Escalation\n\n{} → Pilot (5 min) → Mate (10 min)\n\n"


@pytest.mark.parametrize(
    ("head", "is_found"),
    [
        ("For the tower of the harbour.", False),
        ("Für den Dienst im Tower.", False),
        ("The tower stands at the harbour.", True),
    ],
)
def test_the_reader_rings_nobody_at_his_own_desk(
    head: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n{head}\n\n{CHAIN.format('Tower watch')}{LISTED}"
    assert bool(missing(text, words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- Lock shift: 01632 960150", False),
        ("- Lock office: 01632 960150", True),
        ("- Owner, Shift warden: list at the gate", False),
        ("- Owner: list at the gate", True),
    ],
)
def test_a_shift_answers_for_its_members_and_a_line_for_several(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n{CHAIN.format('Shift warden')}{LISTED}{line}\n"
    assert bool(missing(text, words)) is is_found
