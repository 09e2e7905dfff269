"""Commands that touch another machine than the one they were meant for."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LOOK = "Get-Service -ComputerName OVEN01 -Name Flame\n"


@pytest.mark.parametrize(
    ("mend", "is_found"),
    [
        ("Restart-Service -Name Flame -Force", True),
        ("Stop-Service Flame", True),
        ("Invoke-Command -ComputerName OVEN01 { Restart-Service Flame }", False),
        ("Get-Service -Name Flame", False),
    ],
)
def test_a_service_is_changed_where_it_was_looked_at(
    mend: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Oven cold\n\n```powershell\n{LOOK}{mend}\n```\n"
    lines = [one.line for one in found_in(text, words) if one.code == "RC803"]
    assert lines == ([5] if is_found else [])
