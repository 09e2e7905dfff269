"""What a phase asks for, in the words of its entries."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("entry", "text"),
    [("1. **Turn the key:**\n   - left\n", "Turn the key"),
     ("- **Schlüssel drehen：**\n  - links\n", "Schlüssel drehen"),
     ("1. Turn the key:\n   - left\n", "Turn the key:"),
     ("1. **Turn the key:** to the left\n", "Turn the key: to the left")],
)  # fmt: skip
def test_a_title_above_entries_is_named_without_its_colon(
    entry: str, text: str, words: Vocabulary
) -> None:
    said = f"# Lock\n\n## Phase 1: Look\n\n{entry}\n## Phase 2: Mend\n\n- Oil it\n"
    assert compile_playbook(said, words).phases[0].items[0].text == text
