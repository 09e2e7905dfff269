"""Calls among other steps of an escalation, several in one step."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Rungs = list[tuple[str, str | None, int | None]]
MILL = "1. Note the hour.\n2. Page the on-call miller. If unreachable in 8 minutes, page the CTO.\n"
OVEN = "1. Melden.\n2. Bereitschaft anrufen. Wenn niemand antwortet, Teamleiter anrufen.\n"


@pytest.mark.parametrize(
    ("steps", "rungs"),
    [(f"{MILL}3. P1 only: page the boss at `+40 min`.\n4. Open the book.\n",
      [("on-call miller", None, None), ("CTO", "If unreachable in 8 minutes", 480),
       ("boss", "P1 only", 2400)]),
     (f"{OVEN}3. Ins Buch schreiben.\n",
      [("Bereitschaft", None, None), ("Teamleiter", "Wenn niemand antwortet", None)]),
     # Nobody is called after anybody, and those called are no people of the house.
     ("1. Note the hour.\n2. Page the on-call miller. He opens the book.\n", []),
     ("1. Call the lid. If it is shut, call the pot.\n2. Note the hour.\n", [])],
)  # fmt: skip
def test_calls_in_one_step_are_rungs(steps: str, rungs: Rungs, words: Vocabulary) -> None:
    chains = compile_playbook(f"# Mill\n\n## Escalation flow\n\n{steps}", words).chains
    told = [(one.who, one.condition, one.after and one.after.seconds) for chain in chains
            for one in chain.steps]  # fmt: skip
    assert told == rungs
