"""Headings that name people, each above what they are called for."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LISTED = (
    "# Ferry\n\n## Escalation\n\n### Deck team\n\nCall for:\n\n- torn sails\n- lost ropes\n\n"
    "### Site manager\n\nCall for:\n\n- fire\n"
)
LINED = (
    "# Fähre\n\n## Eskalation\n\n### Maschinenteam\n\n**Rufen bei:** Ölverlust, Rauch\n\n"
    "### Betriebsleitung\n\n**Rufen bei:** Verletzten\n"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LISTED, [("Deck team", "torn sails; lost ropes"), ("Site manager", "fire")]),
        (LINED, [("Maschinenteam", "Ölverlust, Rauch"), ("Betriebsleitung", "Verletzten")]),
    ],
)
def test_a_case_below_each_name(text: str, found: list[tuple[str, str]], words: Vocabulary) -> None:
    (chain,) = compile_playbook(text, words).chains
    assert [(one.who, one.condition) for one in chain.steps] == found


@pytest.mark.parametrize(
    "text",
    [
        LISTED.replace("Deck team", "Sails").replace("Site manager", "Ropes"),
        LISTED.replace("Call for:", "Notes:").replace("Deck team", "Deck"),
    ],
)
def test_things_and_other_lists_are_no_chain(text: str, words: Vocabulary) -> None:
    cased = [one for chain in compile_playbook(text, words).chains for one in chain.steps]
    assert not any(one.condition and "sails" in one.condition for one in cased)
