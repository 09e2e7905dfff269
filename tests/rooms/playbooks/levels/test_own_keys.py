"""What a document defines as its levels is surely one anywhere in it, by whatever word."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.levels.own_keys import is_surely_level, own_keys
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

TABLE = (
    "# Bakery\n\n## Severity\n\n| Level | Means | Response |\n|---|---|---|\n"
    "| {0} 1 | no bread | 5 min |\n| {0} 2 | late bread | 1 h |\n| {0} 3 | ugly bread | 1 day |\n\n"
)
CASES = (
    "## What is done\n\n### {0} 1: Oven out\n\n1. Close the gas\n2. Call the fitter\n\n"
    "### {0} 1: Mixer failure\n\n1. Pull the plug\n2. Knead by hand\n\n"
    "### {0} 2: Dough sour\n\n1. Throw it away\n2. Begin again\n"
)


@pytest.mark.parametrize("word", ["Level", "Class", "Stufe", "S"])
def test_kinds_of_trouble_may_begin_with_a_level_of_the_document(
    word: str, words: Vocabulary
) -> None:
    book = compile_playbook((TABLE + CASES).format(word), words)
    assert [one.title for one in book.runbooks] == [
        f"{word} 1: Oven out", f"{word} 1: Mixer failure", f"{word} 2: Dough sour",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [(TABLE.format("Class"), "Class 4"), (TABLE.format("Class"), "Stufe 1"),
     ("# Bakery\n\n### Class 1: Oven out\n", "Class 1"), (TABLE.format("S"), "Critical")],
)  # fmt: skip
def test_what_the_document_does_not_define_is_not_sure(
    text: str, said: str, words: Vocabulary
) -> None:
    assert not is_surely_level(level_head(said, words), outline(text), words)


def test_the_keys_are_those_of_the_place_that_defines_them(words: Vocabulary) -> None:
    assert own_keys(outline(TABLE.format("Class")), words) == {"class1", "class2", "class3"}
    assert own_keys(outline("# Bakery\n\nBread is late.\n"), words) == frozenset()
