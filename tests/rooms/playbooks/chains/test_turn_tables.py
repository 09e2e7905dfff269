"""Turns in columns with the waits between them are one chain a level; other tables are not."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import Step, chains

RULE = "|---|---|---|---|---|---|\n"


@pytest.mark.parametrize(
    ("table", "steps"),
    [
        (
            (
                f"| Level | First | If … pass | Then | If … pass | Last |\n{RULE}"
                "| S1 | Duty officer | 9 min | Team lead | 25 min | Director |\n"
                "| S2 | Duty officer | 2 hours | Team lead | – | – |\n"
            ),
            [
                [
                    ("Duty officer", None, None),
                    ("Team lead", "9 min", 540),
                    ("Director", "25 min", 1500),
                ],
                [("Duty officer", None, None), ("Team lead", "2 hours", 7200)],
            ],
        ),
        (
            (
                f"| Stufe | Zuerst | Nach | Dann | Nach | Zuletzt |\n{RULE}"
                "| P1 | Bereitschaft | 9 Min. | Teamleitung | 1 Std. | Direktion |\n"
            ),
            [
                [
                    ("Bereitschaft", None, None),
                    ("Teamleitung", "9 Min.", 540),
                    ("Direktion", "1 Std.", 3600),
                ]
            ],
        ),
    ],
)
def test_turns_in_columns_are_a_chain_a_level(
    table: str, steps: list[list[Step]], words: Vocabulary
) -> None:
    assert chains(f"## Escalation\n\n{table}", words) == steps


@pytest.mark.parametrize(
    "table",
    [
        (
            "| Level | Who | After | Part |\n|---|---|---|---|\n"
            "| L1 | Duty keeper | 0–9 min | takes the call |\n"
            "| L2 | Team lead | 9–25 min | looks for the cause |\n"
        ),
        (
            f"| Level | Means | Answer | Aim | Update | Review |\n{RULE}"
            "| S1 | wheel off | 9 min | mended | 25 min | always |\n"
        ),
        (
            f"| Level | Team lead | Response | Deputy | Resolution | Owner |\n{RULE}"
            "| S1 | Ada | 9 min | Second keeper | 2 hours | Bo |\n"
        ),
    ],
)
def test_promises_in_columns_are_no_turns(table: str, words: Vocabulary) -> None:
    found = chains(f"## Escalation\n\n{table}", words)
    assert "takes the call" not in {who for one in found for who, _, _ in one}
    assert len(found) < 2
