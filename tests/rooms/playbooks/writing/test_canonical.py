"""Only changes that mean nothing are made; the others are counted and left out."""

from time import process_time

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.writing.canonical import canonical
from runcard.domain.playbooks.writing.meaning import meaning


def test_canonical_text_is_left_as_it_is(words: Vocabulary) -> None:
    text = "# X\n\n- a\n- b\n"
    assert canonical(text, words).text == text
    assert canonical(text, words).changes == 0


def test_changes_are_counted(words: Vocabulary) -> None:
    form = canonical("X\n=\n\n* a\n\n\n", words)
    assert (form.text, form.left_out) == ("# X\n\n- a\n", 0)
    assert form.changes >= 2


def test_a_change_that_would_be_understood_otherwise_is_left_out(words: Vocabulary) -> None:
    """A heading that loses its closing signs would lose the sign that belongs to its title."""
    text = "Escalation #\n============\n\n* a\n* b\n"
    form = canonical(text, words)
    assert meaning(compile_playbook(form.text, words)) == meaning(compile_playbook(text, words))
    assert form.text == "Escalation #\n============\n\n- a\n- b\n"
    assert form.left_out == 1


def test_many_lists_and_tables_are_laid_out_in_time(words: Vocabulary) -> None:
    """The time grows with the length; the bound leaves room for a busy machine."""
    piece = "## P1\n**Response Time**: 10 min\n\n* one\n* two\n\n|a|b|\n|-|-|\n|c|d|\n\n"
    began = process_time()
    assert canonical(piece * 300, words).changes > 300
    assert process_time() - began < 20
