"""Numbered sentences, a paragraph each, are the rungs of a chain; steps of work are none."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import Step, chains


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            (
                "Step 1. The duty miller takes the alarm and answers within 4 minutes.\n\n"
                "Step 2. With no answer after 18 minutes, the desk calls the head miller.\n\n"
                "Step 3. After 3 hours the owner decides what is ground elsewhere.\n"
            ),
            [
                ("duty miller", None, None),
                ("head miller", "With no answer after 18 minutes", 1080),
                ("owner", "After 3 hours", 10800),
            ],
        ),
        (
            (
                "Étape 1 : La meunière de garde reçoit l'alerte.\n\n"
                "Étape 2 : Sans réponse après 18 minutes, le bureau joint le maître meunier.\n\n"
                "Étape 3 : Si la roue est arrêtée depuis plus de 2 heures, la propriétaire est "
                "avisée.\n"
            ),
            [
                ("meunière de garde", None, None),
                ("maître meunier", "Sans réponse après 18 minutes", 1080),
                ("propriétaire", "Si la roue est arrêtée depuis plus de 2 heures", 7200),
            ],
        ),
    ],
)
def test_numbered_sentences_are_the_rungs_of_a_chain(
    text: str, steps: list[Step], words: Vocabulary
) -> None:
    assert chains(f"## Escalation\n\n{text}", words) == [steps]


@pytest.mark.parametrize(
    "text",
    [
        "Step 1. Close the sluice.\n\nStep 2. Wait 5 minutes.\n\nStep 3. Open the belt again.\n",
        "Note 1. The miller takes the alarm.\n\nNote 2. The owner decides.\n\nNote 3. It rains.\n",
    ],
)
def test_steps_of_work_and_other_numbers_are_none(text: str, words: Vocabulary) -> None:
    assert chains(f"## Escalation\n\n{text}", words) == []
