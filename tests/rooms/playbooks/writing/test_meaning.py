"""Two layouts of one document mean the same; two documents do not."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.writing.meaning import meaning

TEXT = (
    "# X\n\n## Severity levels\n\n### P1\n**Response Time**: 10 min\n\n"
    "### P2\n**Response Time**: 2 hours\n\n## Runbook: Y\n\n```\nls\n```\n"
)


def of(text: str, words: Vocabulary) -> object:
    return meaning(compile_playbook(text, words))


@pytest.mark.parametrize("other", ["\n\n" + TEXT, TEXT.replace("\n\n", "\n\n\n\n"), TEXT + "\n"])
def test_lines_that_move_change_nothing(other: str, words: Vocabulary) -> None:
    assert of(other, words) == of(TEXT, words)


def test_the_tag_of_the_fences_kind_is_as_good_as_none(words: Vocabulary) -> None:
    assert of(TEXT.replace("```\nls", "```bash\nls"), words) == of(TEXT, words)
    assert of(TEXT.replace("```\nls", "```ini\nls"), words) != of(TEXT, words)


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("10 min", "11 min"),
        ("P1", "P2"),
        ("# X", "# Z"),
        ("```\nls", "```\nls\nrm x"),
        ("## Run", "### Run"),
    ],
)
def test_any_other_word_changes_the_meaning(said: str, instead: str, words: Vocabulary) -> None:
    assert of(TEXT.replace(said, instead, 1), words) != of(TEXT, words)
