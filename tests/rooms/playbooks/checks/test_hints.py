"""What a document says without any noun that was read, and so no rule asks for."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("The board keeps the minutes.", False),
        ("The board keeps the minutes, the duty pilot is on call.", True),
        ("The alert goes to the board.", True),
        ("Phone the treasurer.", True),
        ("```bash\nsystemctl restart bell\n```", True),
    ],
)
def test_the_rules_of_a_board_call_nobody(line: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        "# Allotments\n\n## Response process\n\n### Phase 1: Triage\n\n- Read the rules\n\n"
        f"### Phase 2: Recovery\n\n- Vote again\n\n{line}\n"
    )
    assert ("RC301" in {one.code for one in found_in(text, words)}) is is_found
