"""Every line that is not blank stands in the account, once."""

from pathlib import Path

import pytest

from runcard.domain.playbooks.compile import read_document
from runcard.domain.playbooks.line_account import account_of
from runcard.domain.playbooks.vocabulary import Vocabulary

DOCUMENTS = sorted((Path(__file__).parents[2] / "golden" / "playbooks").glob("*.md"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_no_line_is_lost_and_none_counts_twice(document: Path, words: Vocabulary) -> None:
    reading = read_document(document.read_text("utf-8"), words)
    account = account_of(reading.playbook, reading.facts)
    lines = [*account.understood, *account.prose, *account.unbound]
    said = [n for n, text in enumerate(reading.playbook.lines, 1) if text.strip()]
    assert sorted(lines) == said
    assert account.total == len(said)


def test_prose_under_a_heading_is_kept_and_a_strange_fence_is_unbound(words: Vocabulary) -> None:
    text = "# Ovens\n\nSome words.\n\n```toml\nheat = 9\n```\n"
    reading = read_document(text, words)
    account = account_of(reading.playbook, reading.facts)
    assert (account.understood, account.prose, account.unbound) == ((1,), (3,), (5, 6, 7))
