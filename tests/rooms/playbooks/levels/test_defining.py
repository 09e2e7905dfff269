"""Which of several lists of levels defines them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import SeverityForm
from runcard.domain.playbooks.vocabulary import Vocabulary

HALTS = "| {} | Who may halt the mill | Wheel turns again in |\n|---|---|---|\n"
ROWS = "| S1 | The head miller alone | 30 minutes |\n| S2 | Head miller and baker | 2 hours |\n"
BULLETS = "- S1: no flour leaves the mill\n- S2: flour leaves late\n"


@pytest.mark.parametrize(
    ("first", "second", "key"), [("Halting the mill", "Severity levels", "Severity"),
                                 ("Anhalten", "Schweregrade", "Schweregrad")]
)  # fmt: skip
def test_a_list_of_its_own_goes_before_who_decides(
    first: str, second: str, key: str, words: Vocabulary
) -> None:
    said = f"# Mill\n\n## {first}\n\n{HALTS.format(key)}{ROWS}\n## {second}\n\n{BULLETS}"
    found = compile_playbook(said, words)
    assert found.severity_form is SeverityForm.BULLETS
    assert [one.definition and one.definition.text for one in found.severities] == [
        "no flour leaves the mill",
        "flour leaves late",
    ]


@pytest.mark.parametrize(
    ("head", "is_nested"),
    [("Mended in", True), ("Answer in", True), ("Definition", False), ("Meaning", False)],
)
def test_a_list_in_a_step_gives_way_to_meanings(
    head: str, is_nested: bool, words: Vocabulary
) -> None:
    steps = "1. **Rate** the severity:\n   - S1: no flour\n   - S2: late flour\n2. **Mend** it.\n"
    cells = ("5 hours", "2 days") if is_nested else ("the wheel stands", "the wheel is slow")
    rows = f"| S1 | {cells[0]} |\n| S2 | {cells[1]} |\n"
    said = f"# Mill\n\n## First\n\n{steps}\n## Then\n\n| Severity | {head} |\n|---|---|\n{rows}"
    form = compile_playbook(said, words).severity_form
    assert form is (SeverityForm.BULLETS if is_nested else SeverityForm.TABLE)


@pytest.mark.parametrize(
    ("first", "second", "are_told"),
    [
        ("SEV1 - Critical", "SEV2 - Low", True),
        ("P1 - Kritisch", "P2 - Gering", True),
        ("SEV1 - Sails", "SEV2 - Stones", False),
        ("Low", "High", False),
    ],
)
def test_codes_with_their_ranks_are_levels_in_an_overview(
    first: str, second: str, *, are_told: bool, words: Vocabulary
) -> None:
    said = f"# Mill\n\n## Overview\n\n- **{first}**: no flour\n- **{second}**: late flour\n"
    assert bool(compile_playbook(said, words).severities) is are_told
