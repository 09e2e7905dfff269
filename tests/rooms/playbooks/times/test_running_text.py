"""Sentences keep the line on which they begin."""

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.times.running_text import LONGEST, sentences_of


def test_a_sentence_that_goes_on_in_the_next_line() -> None:
    lines = [Text("The mate steers. The cook", 7), Text("cooks. The owner", 8), Text("pays.", 9)]
    assert [(one.text, one.line) for one in sentences_of(lines)] == [
        ("The mate steers.", 7),
        ("The cook cooks.", 7),
        ("The owner pays.", 8),
    ]


def test_nothing_is_read_of_what_is_far_too_long() -> None:
    assert not list(sentences_of([Text("We sail. " * LONGEST, 1)]))
