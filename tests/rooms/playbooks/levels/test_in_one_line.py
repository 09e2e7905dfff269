"""Levels that one line counts up; a list that defines them elsewhere goes first."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LINE = "- **Severity**: `SEV1` (no ferry sails), `SEV2` (one is late), `SEV3` (paint)\n"


def test_levels_of_one_line(words: Vocabulary) -> None:
    found = compile_playbook(f"# Ferries\n\n## Conventions\n\n{LINE}", words)
    told = [(level.key, level.name, level.line) for level in found.severities]
    assert told == [("SEV1", "no ferry sails", 5), ("SEV2", "one is late", 5), ("SEV3", "paint", 5)]
    assert found.severity_line == 3


def test_a_list_that_defines_them_goes_first(words: Vocabulary) -> None:
    text = f"# Ferries\n\n{LINE}\n## Levels\n\n- **SEV1**: no ferry\n- **SEV2**: one ferry\n"
    found = compile_playbook(text, words).severities
    assert [level.line for level in found] == [7, 8]


def test_keys_without_a_word_on_each_define_nothing(words: Vocabulary) -> None:
    text = "# Ferries\n\n- **Severity**: SEV1 / SEV2 / SEV3\n"
    assert compile_playbook(text, words).severities == ()
