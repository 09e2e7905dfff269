"""Tables that tell for each trouble who is called first and who next: the trouble is nobody."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import Step, chains

RULE = "|---|---|---|---|\n"
IN_TURN = f"| Alert | Primary | Secondary | Escalation after |\n{RULE}"
WITH_MORE = f"| Alarm | Primär | Sekundär | Fachleute |\n{RULE}"


@pytest.mark.parametrize(
    ("table", "steps"),
    [
        (
            IN_TURN + "| WheelOff | Miller | Owner | 2 hours |\n| BeltOff | Miller | - | 15 min |\n"
            "| SackTorn | Carter | Owner | 30 min |\n",
            [
                ("Miller", "WheelOff", None),
                ("Owner", "WheelOff", 7200),
                ("Miller", "BeltOff", None),
                ("Carter", "SackTorn", None),
                ("Owner", "SackTorn", 1800),
            ],
        ),
        (
            WITH_MORE + "| Rad ab | Müller | Chef | Leiter |\n| Riemen ab | Müller | Chef | - |\n",
            [
                ("Müller", "Rad ab", None),
                ("Chef", "Rad ab", None),
                ("Leiter", "Rad ab", None),
                ("Müller", "Riemen ab", None),
                ("Chef", "Riemen ab", None),
            ],
        ),
    ],
)
def test_who_is_first_and_next_for_each_trouble(
    table: str, steps: list[Step], words: Vocabulary
) -> None:
    assert chains(f"## Escalation\n\n{table}", words) == [steps]


@pytest.mark.parametrize(
    "table",
    [
        "| Alert | Means | Threshold | Page |\n" + RULE + "| A | slow | 5 min | wiki |\n",
        "| Alert | Primary | Look at | Note |\n" + RULE + "| A | Miller | wheel | daily |\n",
    ],
)
def test_other_tables_of_alerts_call_nobody(table: str, words: Vocabulary) -> None:
    assert chains(f"## Escalation\n\n{table}", words) == []
