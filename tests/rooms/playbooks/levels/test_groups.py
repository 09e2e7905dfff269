"""Where a document defines its levels: by what stands there, whatever the heading says."""

import pytest

from runcard.domain.playbooks.compile import read_document
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("heading", "is_read"), [("Overview", True), ("Quick reference", True), ("Contacts", False)]
)
def test_a_table_of_levels_is_one_below_a_heading_that_says_nothing(
    heading: str, is_read: bool, words: Vocabulary
) -> None:
    table = (
        "| Severity | Answer |\n|---|---|\n| **S1 - Flood** | 5 min |\n| **S2 - Leak** | 1 h |\n"
    )
    playbook = read_document(f"# Lock\n\n## {heading}\n\n{table}", words).playbook
    assert bool(playbook.severities) is is_read
