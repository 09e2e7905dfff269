"""What an editor is told about a line, and what it may offer to do."""

import sys

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.interfaces.cli.editor_answers import Answers, answers_about, formatted
from tests.cli.conftest import Run

TEXT = """\
Before everything.

# Canal lock

Some prose about boats.

## Severity levels

### P1
**Response Time**: 10 minutes

### P2
It drips.

| Name | Phone |
|---|---|
"""


def answers(text: str = TEXT) -> Answers:
    return answers_about(text, read_vocabulary())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (1, "belongs to nothing"),
        (5, "Kept as prose under “Canal lock”"),
        (10, "**clock**, clock until somebody responds"),
        (12, "`RC101`"),
    ],
)
def test_every_line_says_what_became_of_it(line: int, words: str) -> None:
    assert words in (answers().hover(line) or "")


@pytest.mark.parametrize("line", [2, 999, 0, -1])
def test_a_line_that_is_blank_or_not_there_says_nothing(line: int) -> None:
    assert answers().hover(line) is None


def test_a_finding_covers_the_words_of_its_line() -> None:
    (mark,) = [one for one in answers().marks if one.code == "RC101"]
    assert (mark.line, mark.first, mark.last) == (12, 1, len("### P2") + 1)


def test_fixes_are_offered_for_the_lines_asked_about_only() -> None:
    titles = [one.title for one in answers().fixes(12, 12)]
    assert "Add **Response Time**: 30 minutes" in titles
    assert any(one.startswith("Settle it: <!-- runcard: respond P2") for one in titles)
    assert list(answers().fixes(13, 14)) == []


def test_a_row_of_a_table_is_never_torn_apart() -> None:
    text = "# X\n\n| Level | Definition |\n|---|---|\n| P1 | a |\n| P2 | b |\n"
    assert [one.title for one in answers(text).fixes(3, 6) if one.title.startswith("Add")] == []


def test_a_document_without_a_title_is_settled_below_its_end() -> None:
    text = "| Level | Definition |\n|---|---|\n| P1 | a |\n| P2 | b |\n"
    assert {one.below for one in answers(text).fixes(1, 5)} == {5}


def test_layout_is_none_where_there_is_nothing_to_do() -> None:
    assert formatted("# X\n", read_vocabulary()) is None
    assert formatted("X\n=\n", read_vocabulary()) == "# X\n"


@pytest.mark.parametrize("text", ["", "\n", "\x00", "# \u202e", "<!-- runcard: x -->"])
def test_no_document_is_too_odd_to_answer(text: str) -> None:
    found = answers(text)
    for line in range(len(text) + 2):
        found.hover(line)
    assert all(1 <= one.line <= len(found.playbook.lines) for one in found.marks)


def test_a_server_that_is_not_installed_is_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "runcard.interfaces.cli.language_server", raising=False)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    shown = run("lsp")
    assert shown.exit_code == 6
    assert "The language server is not installed" in shown.stderr
    assert "pip install 'runcard[lsp]'" in shown.stderr
