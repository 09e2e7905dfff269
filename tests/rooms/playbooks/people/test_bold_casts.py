"""Roles in one sentence, each with what he does in brackets."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

FERRY = (
    "# Ferry\n\nRoles are few here: **incident lead** (decides),\n"
    "**scribe** (keeps the log),\n**duty engineer** (mends\nit). One may play two.\n"
)


def cast(text: str, words: Vocabulary) -> list[tuple[str, int]]:
    return [(role.name, role.line) for role in compile_playbook(text, words).roles]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            FERRY,
            [("incident lead", 3), ("scribe", 4), ("duty engineer", 5)],
        ),
        (
            "# Fähre\n\n## Rollen\n\n**Einsatzleitung** (entscheidet), **Protokoll** (schreibt).\n",
            [("Einsatzleitung", 5), ("Protokoll", 5)],
        ),
    ],
)
def test_bold_names_with_their_deeds_in_brackets(
    text: str, found: list[tuple[str, int]], words: Vocabulary
) -> None:
    assert cast(text, words) == found


@pytest.mark.parametrize(
    "text",
    [
        "# Ferry\n\nTwo things matter: **the incident lead** (decides), **the scribe** (writes).\n",
        "# Ferry\n\nRoles do not matter: look at **pump one** (port) and **pump two** (aft).\n",
    ],
)
def test_no_word_for_roles_or_no_names_of_parts(text: str, words: Vocabulary) -> None:
    assert cast(text, words) == []
