"""Every line of a document has its place in the account."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.coverage import Use, coverage
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.writing.json_form import json_of
from runcard.domain.playbooks.writing.truth_form import truth_of

DOCUMENTS = sorted((Path(__file__).parents[2] / "golden" / "playbooks").glob("*.md"))
PAGE = """no heading above

# Tea

Some prose.

## Severity

| Level | Response |
|---|---|
| P1 | 5 min |
| P2 | 1 h |
"""
PIECES = [
    "# a", "## Severity", "### P1 (5 min)", "- **P1**: x", "| P1 | 5 min |", "|---|---|", "```",
    "```bash", "~~~", "- [ ] b", "> [c]", ": d", "<table>", "<tr><td>P1</td></tr>", "---", "1. e",
    "   - f", "every 5 minutes", "**Fix**", "a -> b -> c", "[x](y)", "**", "【a】", "",
]  # fmt: skip


def test_a_line_is_an_element_or_prose_or_unbound(words: Vocabulary) -> None:
    account = {one.line: one.use for one in coverage(compile_playbook(PAGE, words))}
    assert account[1] is Use.UNBOUND
    assert account[5] is Use.PROSE
    assert {account[line] for line in (3, 7, 9, 10, 11, 12)} == {Use.ELEMENT}


def test_a_fence_that_nothing_reads_is_kept_and_not_understood(words: Vocabulary) -> None:
    text = "# Ovens\n\n```toml\nheat = 9\n```\n\n```bash\nls /srv/ovens\n```\n"
    account = {one.line: one.use for one in coverage(compile_playbook(text, words))}
    assert {account[line] for line in (3, 4, 5)} == {Use.PROSE}
    assert {account[line] for line in (7, 8, 9)} == {Use.ELEMENT}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_no_line_of_a_document_is_lost(document: Path, words: Vocabulary) -> None:
    playbook = compile_playbook(document.read_text("utf-8"), words)
    counted = [one.line for one in coverage(playbook)]
    assert counted == [at for at, line in enumerate(playbook.lines, 1) if line.strip()]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=25))
def test_any_page_gives_all_its_forms_and_a_whole_account(
    words: Vocabulary, pieces: list[str]
) -> None:
    playbook = compile_playbook("\n".join(pieces), words)
    counted = [one.line for one in coverage(playbook)]
    assert counted == [at for at, line in enumerate(playbook.lines, 1) if line.strip()]
    assert truth_of(playbook, "x", words)["schema"] == 1
    assert json_of(playbook)["version"] == 1
