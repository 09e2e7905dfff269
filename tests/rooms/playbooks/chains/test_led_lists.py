"""Lists of cases are no people, whether the line above says to escalate them or to keep them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import chains

CASES = "\n\n- water in the wheel house\n- the belt slips off for an hour\n- two sacks torn\n\n"


@pytest.mark.parametrize(
    "above",
    [
        "**Handle autonomously:**",
        "### Do not escalate",
        "**Selbst lösen:**",
        "**Traiter sans escalade :**",
        "**Resolver sin escalar:**",
        "**Resolver sem escalar:**",
        "**无需升级：**",
        "**エスカレーション不要：**",
    ],
)
def test_cases_that_stay_with_us_call_nobody(above: str, words: Vocabulary) -> None:
    found = compile_playbook(f"# Mill\n\n## Escalation\n\n{above}{CASES}", words)
    assert found.chains == ()
    assert found.triggers == ()


@pytest.mark.parametrize("above", ["Eskalationskriterien", "Escalation criteria"])
def test_a_second_list_of_criteria_calls_nobody(above: str, words: Vocabulary) -> None:
    text = f"## Escalation\n\n**{above}:**{CASES}Then again.\n\n**{above}:**{CASES}"
    found = compile_playbook(f"# Mill\n\n{text}", words)
    assert found.chains == ()
    assert len(found.triggers) == 3


@pytest.mark.parametrize(
    "above", ["**Call in this order:**", "**If you cannot handle it alone, call:**"]
)
def test_names_below_other_lines_are_called(above: str, words: Vocabulary) -> None:
    text = f"## Escalation\n\n{above}\n\n1. Miller (at once)\n2. Owner (after 20 min)\n"
    assert chains(text, words) == [[("Miller", "at once", 0), ("Owner", "after 20 min", 1200)]]


@pytest.mark.parametrize(
    ("title", "triggers"),
    [
        ("3. Privilege escalation attempt", 0),
        ("Escalada de privilegios", 0),
        ("权限提升", 0),
        ("Escalation", 3),
    ],
)
def test_rights_that_grow_call_nobody(title: str, triggers: int, words: Vocabulary) -> None:
    text = f"# Mill\n\n## {title}\n\n**Criteria:**{CASES}"
    assert len(compile_playbook(text, words).triggers) == triggers
