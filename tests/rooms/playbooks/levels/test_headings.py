"""Headings below the table of levels that begin with a level and end with what they add."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

TABLE = (
    "# Tea\n\n## 1. Severity\n\n| Severity | What | Response |\n|---|---|---|\n"
    "| **P1 — Cold** | no tea | 5 min |\n| **P2 — Weak** | weak tea | 1 h |\n\n"
)


@pytest.mark.parametrize("word", ["Examples", "Beispiele", "Ejemplos", "例"])
def test_headings_of_examples_add_to_the_table(word: str, words: Vocabulary) -> None:
    said = f"### P1 {word}\n\n- The kettle is gone\n- No water\n\n### P2 {word}\n\n- Old leaves\n"
    found = compile_playbook(TABLE + said, words).severities
    assert [one.name for one in found] == ["Cold", "Weak"]
    assert [[text.text for text in one.examples] for one in found] == [
        ["The kettle is gone", "No water"],
        ["Old leaves"],
    ]


def test_headings_that_differ_behind_the_level_name_it(words: Vocabulary) -> None:
    said = "# Tea\n\n## Severity\n\n### P1 Cold\n\nNo tea.\n\n### P2 Weak\n\nWeak tea.\n"
    assert [one.name for one in compile_playbook(said, words).severities] == ["Cold", "Weak"]
