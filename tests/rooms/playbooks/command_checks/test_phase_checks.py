"""A process that carries a card out and looks afterwards proves what every card changes."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

PAGE = (
    "# Bakery\n\n## Severity levels\n\n| Level | Meaning |\n|---|---|\n| S1 | No bread |\n"
    "| S2 | Little bread |\n\n## Process\n\n### Step 1: Look\n\n- Read the dials\n\n"
    "### Step 2: Repair\n\n{}\n\n### Step 3: Close\n\n- Tell the shops\n\n"
    "## Runbooks\n\n### Cold oven\n\n```bash\nkubectl scale deploy/oven --replicas=4\n```\n"
)


@pytest.mark.parametrize(
    ("steps", "is_found"),
    [
        ("1. Carry out the runbook of the oven\n2. Check that a test loaf is baked", False),
        ("1. Dérouler la fiche de l'appareil\n2. Vérifier qu'un pain témoin sort du four", False),
        ("1. Carry out the runbook of the oven\n2. Sweep the floor", True),
        ("1. Check that a test loaf is baked\n2. Carry out the runbook of the oven", True),
        ("1. Write the runbook of the oven\n2. Check that a test loaf is baked", True),
    ],
)
def test_who_has_carried_out_a_card_comes_back_to_the_check(
    steps: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(PAGE.format(steps), words)}
    assert ("RC746" in codes) is is_found
