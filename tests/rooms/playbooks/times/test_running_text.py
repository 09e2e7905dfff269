"""Sentences keep the line on which they begin."""

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.times.running_text import (
    LONGEST,
    are_broken,
    clauses_of,
    sentences_of,
    unwrapped,
)


def test_a_sentence_that_goes_on_in_the_next_line() -> None:
    lines = [Text("The mate steers. The cook", 7), Text("cooks. The owner", 8), Text("pays.", 9)]
    assert [(one.text, one.line) for one in sentences_of(lines)] == [
        ("The mate steers.", 7),
        ("The cook cooks.", 7),
        ("The owner pays.", 8),
    ]


def test_nothing_is_read_of_what_is_far_too_long() -> None:
    assert not list(sentences_of([Text("We sail. " * LONGEST, 1)]))


def test_the_end_of_a_broken_sentence_goes_back_to_its_beginning() -> None:
    lines = [Text("It is due within 9 business", 4), Text("days of the flood. Tea.", 5)]
    assert [(one.text, one.line) for one in unwrapped(lines)] == [
        ("It is due within 9 business days of the flood.", 4),
        ("Tea.", 5),
    ]


def test_semicolons_cut_a_sentence_and_each_part_keeps_its_line() -> None:
    lines = [Text("The mate steers; the cook", 7), Text("cooks；er zahlt. We sail, all.", 8)]
    assert [(one.text, one.line) for one in clauses_of(lines)] == [
        ("The mate steers", 7),
        ("the cook cooks", 7),
        ("er zahlt.", 8),
        ("We sail, all.", 8),
    ]


def test_sentences_broken_over_lines() -> None:
    broken = [Text("**Red.** No boat sails, or", 3), Text("all are late. We come.", 4)]
    assert are_broken(broken)
    assert are_broken([Text("Rot. Kein Boot fährt", 3), Text("heute ab.", 4)])
    assert not are_broken([Text("No boat sails.", 3), Text("We come in 5 minutes.", 4)])
    assert not are_broken([Text("No boat sails", 3), Text("Response: 5 minutes", 4)])
