"""Columns of questions beside the levels, and what they tell."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def meant(head: str, first: str, second: str, words: Vocabulary) -> list[str | None]:
    rows = f"| S1 | {first} | 5 min |\n| S2 | {second} | 1 h |\n"
    text = f"# Harbour\n\n| Level | {head} | Response |\n|---|---|---|\n{rows}"
    found = compile_playbook(text, words).severities
    return [one.definition.text if one.definition else None for one in found]


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("What are we looking at?", "no boat leaves the harbour", "one crane stands still"),
        ("Worum geht es?", "Kein Boot legt ab", "Ein Kran steht still"),
        ("De quoi s'agit-il ?", "Aucun bateau ne part", "Une grue est arrêtée"),
        ("どんな状態か？", "船が一隻も出られない状態", "クレーンが一台止まった"),
    ],
)
def test_a_question_beside_the_levels_asks_what_they_are(
    head: str, first: str, second: str, words: Vocabulary
) -> None:
    assert meant(head, first, second, words) == [first, second]


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("Do we wake anybody?", "yes, at any hour", "no, it can wait until the morning"),
        ("¿Se despierta a alguien?", "sí, a cualquier hora", "no, puede esperar al día siguiente"),
        ("Who is told?", "harbour master and pilots", "the crane crew of the day"),
    ],
)
def test_a_question_about_a_duty_or_people_is_no_meaning(
    head: str, first: str, second: str, words: Vocabulary
) -> None:
    assert meant(head, first, second, words) == [None, None]
