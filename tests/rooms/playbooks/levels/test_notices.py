"""What is told and to whom, where a level says both."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = (
    "# Tea\n\n## Severity levels\n\n### Drought (P1)\n\n{}\n### Drizzle (P2)\n\n**Impact**: drops\n"
)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "**Notification**: all cooks\n**Communication**: a note at the door\n",
            "a note at the door",
        ),
        (
            "- **Kommunikation**: Zettel an der Tür\n- **Benachrichtigung**: Köche\n",
            "Zettel an der Tür",
        ),
        ("**Notification**: all cooks\n", "all cooks"),
        ("**Communication**: a note\n**Communications**: a bell\n", "a note"),
    ],
)
def test_what_is_told_comes_before_to_whom(said: str, told: str, words: Vocabulary) -> None:
    first = compile_playbook(LEVELS.format(said), words).severities[0]
    assert first.communication is not None
    assert first.communication.text == told
