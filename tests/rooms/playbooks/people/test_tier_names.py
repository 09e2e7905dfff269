"""A matrix whose first column holds the number of the rung and the name together."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

HEADS = ("| Level | Contact | When |", "| Stufe | Kontakt | Wann |")


@pytest.mark.parametrize("head", HEADS)
def test_the_name_is_behind_the_number_and_the_way_beside_it(head: str, words: Vocabulary) -> None:
    said = (
        f"# Ferry\n\n## Escalation\n\n{head}\n|---|---|---|\n"
        "| L1 — On-call engineer | #quay | any alarm |\n"
        "| L2 — Shift lead | +44 20 7946 0991 | no fix in 30 min |\n"
        "| L3 — Director | by phone | people in danger |\n"
    )
    read = compile_playbook(said, words)
    steps = read.chains[0].steps
    assert [step.who for step in steps] == ["On-call engineer", "Shift lead", "Director"]
    assert steps[1].after is not None
    assert steps[1].after.seconds == 1800
    assert [(one.label, one.value) for one in read.contacts][:2] == [
        ("L1 — On-call engineer", "#quay"),
        ("L2 — Shift lead", "+44 20 7946 0991"),
    ]


def test_numbers_alone_leave_the_names_in_their_column(words: Vocabulary) -> None:
    said = (
        "# Ferry\n\n## Escalation\n\n| Level | Contact | When |\n|---|---|---|\n"
        "| L1 | On-call engineer | any alarm |\n| L2 | Shift lead | no fix in 30 min |\n"
    )
    steps = compile_playbook(said, words).chains[0].steps
    assert [step.who for step in steps] == ["On-call engineer", "Shift lead"]
