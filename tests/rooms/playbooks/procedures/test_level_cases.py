"""Troubles that are written below the level they have."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LADDER = (
    "# Dairy\n\n## Severity levels\n\n### SEV-1: Stop the line\n\nNothing leaves.\n\n"
    "#### 1. Pasteuriser down\n\n{first}\n\n#### 2. Cold chain lost\n\n1. Shut the hatch\n"
    "2. Move the crates\n\n### SEV-2: Slow\n\nSome leaves.\n"
)


def titles(text: str, words: Vocabulary) -> list[str]:
    return [one.title for one in compile_playbook(text, words).runbooks]


def test_numbered_troubles_below_a_level_are_runbooks(words: Vocabulary) -> None:
    text = LADDER.format(first="1. Close the valve\n2. Cool the vat")
    assert titles(text, words) == ["Pasteuriser down", "Cold chain lost"]


def test_mere_examples_of_a_level_are_none(words: Vocabulary) -> None:
    assert titles(LADDER.format(first="Warm milk at the gate."), words) == []
