"""Compiling the canonical form of a document gives the playbook of the document itself."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.writing.canonical import canonical
from runcard.domain.playbooks.writing.edits import words_in
from runcard.domain.playbooks.writing.meaning import meaning
from tests.golden.made_documents import documents

DOCUMENTS = sorted((Path(__file__).parent / "playbooks").glob("*.md"))
TAGS = {"text", "bash", "sql"}
UNHURRIED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_means_the_same(text: str) -> None:
    """The same playbook, every word kept, and nothing left for a second time."""
    words = read_vocabulary()
    once = canonical(text, words).text
    assert meaning(compile_playbook(once, words)) == meaning(compile_playbook(text, words))
    assert untagged(once) == untagged(text)
    assert canonical(once, words).text == once


def untagged(text: str) -> list[str]:
    """Every word, the tags of fences left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    bare = [line.strip().lstrip("`~").strip() for line in lines]
    kept = [
        "" if line.strip().startswith(("```", "~~~")) and one in TAGS else line
        for line, one in zip(lines, bare, strict=True)
    ]
    return words_in("\n".join(kept))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_of_ours_means_the_same_afterwards(
    document: Path, vocabulary: Vocabulary
) -> None:
    text = document.read_text("utf-8")
    assert_means_the_same(text)
    assert canonical(text, vocabulary).left_out == 0


def test_the_reference_documents_mean_the_same_afterwards(
    reference: Path, vocabulary: Vocabulary
) -> None:
    assert len(list((reference / "playbooks").glob("*.md"))) == 5
    for document in sorted((reference / "playbooks").glob("**/*.md")):
        text = document.read_text("utf-8-sig")
        assert_means_the_same(text)
        assert canonical(text, vocabulary).changes > 0


@UNHURRIED
@given(text=documents())
def test_a_document_made_by_chance_means_the_same_afterwards(text: str) -> None:
    assert_means_the_same(text)


@UNHURRIED
@given(text=st.text(alphabet="#*-+|`~>_=:[]() \t\r\n1aP\u2028\x0c\x00表", max_size=80))
def test_any_signs_at_all_mean_the_same_afterwards(text: str) -> None:
    assert_means_the_same(text)
