"""Columns of those who are called first and next, beside the levels."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

HEAD = "| Priority | Primary | Secondary |\n|---|---|---|\n"
STUFEN = "| Stufe | Bedeutung | Primary | Vertretung |\n|---|---|---|---|\n"
LEVELS = "## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n"
ROWS = "| P1 | on-call miller | boss |\n| P2 | on-call miller | - |\n"


def called(page: str, words: Vocabulary) -> list[tuple[str, list[str]]]:
    levels = compile_playbook(f"# Mill\n\n{page}\n", words).severities
    return [(one.key, [name.text for name in one.escalation]) for one in levels]


@pytest.mark.parametrize(
    ("page", "told"),
    [(f"## Escalation contacts\n\n{HEAD}{ROWS}",
      [("P1", ["on-call miller", "boss"]), ("P2", ["on-call miller"])]),
     (f"## Stufen\n\n{STUFEN}| P1 | steht | Müller | Chef |\n| P2 | knarrt | Müller | – |\n",
      [("P1", ["Müller", "Chef"]), ("P2", ["Müller"])]),
     # Levels are defined elsewhere; no levels stand in front; one column alone says no turn.
     (f"{LEVELS}## Contacts\n\n{HEAD}| P3 | Ada | Bo |\n| P4 | Ada | Bo |\n",
      [("P1", []), ("P2", [])]),
     (f"## Escalation contacts\n\n{HEAD}| Wheel | Ada | Bo |\n| Stone | Bo | Ada |\n", []),
     ("## Contacts\n\n| Priority | Mail |\n|---|---|\n| P1 | a@b.org |\n| P2 | a@b.org |", [])],
)  # fmt: skip
def test_people_in_turn_are_called_for_their_level(
    page: str, told: list[tuple[str, list[str]]], words: Vocabulary
) -> None:
    assert called(page, words) == told
