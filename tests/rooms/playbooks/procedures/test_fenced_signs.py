"""Signs of trouble that stand between the marks of a fence."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Runbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def book(fence: str, words: Vocabulary) -> Runbook:
    text = f"# Incident runbook\n\n## Runbooks\n\n### Mill stopped\n\n```bash\n{fence}\n```\n"
    (found,) = compile_playbook(text, words).runbooks
    return found


WORK = "# Resolution\nmillctl restart\nmillctl status"


@pytest.mark.parametrize(
    "signs",
    ["# Symptoms\n- The wheel stands still\n- No flour on the belt",
     "# Symptome:\n# - Das Rad steht\n# - Kein Mehl auf dem Band",
     "# Síntomas\n* La rueda no gira\n* No hay harina",
     "# 症状\n- 水車が止まる\n- 粉が出ない"],
)  # fmt: skip
def test_a_list_below_a_remark_tells_the_signs_and_is_not_run(
    signs: str, words: Vocabulary
) -> None:
    found = book(f"{signs}\n\n{WORK}", words)
    assert [one.line for one in found.symptoms] == [9, 10]
    assert sum(part.commands for part in found.parts) == 2
    assert found.verification is not None


@pytest.mark.parametrize(
    "other",
    ["# Symptoms\nmillctl show", "# Before the feast\n- The wheel stands still\n- No flour",
     "millctl show  # Symptoms\n- The wheel stands still"],
)  # fmt: skip
def test_what_is_no_list_of_signs(other: str, words: Vocabulary) -> None:
    assert book(f"{other}\n\n{WORK}", words).symptoms == ()


def test_a_command_behind_the_mark_of_an_entry_stays_one(words: Vocabulary) -> None:
    found = book(f"# Symptoms\n- millctl show\n- rm -rf /srv/mill\n\n{WORK}", words)
    assert sum(part.commands for part in found.parts) == 4
