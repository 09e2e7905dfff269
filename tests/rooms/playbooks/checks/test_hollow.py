"""Checks whose answer says nothing, and a pause instead of a question."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("after", "is_found"),
    [("", True), ("gatectl list", True), ("curl -fsS http://gate/ready", False)],
)
def test_a_pause_before_a_question_is_no_pause_instead_of_one(
    after: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Basin\n\n```bash\nsystemctl restart gate\nsleep 30\n{after}\n```\n"
    assert ("RC724" in {one.code for one in found_in(text, words)}) is is_found
