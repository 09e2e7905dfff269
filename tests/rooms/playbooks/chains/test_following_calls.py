"""Sentences behind a chain may go on with it."""

from runcard.domain.playbooks.chains.following_calls import following_calls
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.vocabulary import Vocabulary


def told(text: str, words: Vocabulary) -> list[tuple[str, int | None]]:
    steps = following_calls([Text(text, 3)], words)
    return [(step.who, step.after.seconds if step.after else None) for step in steps]


def test_cases_and_names_between_semicolons(words: Vocabulary) -> None:
    said = "P1 longer than 30 minutes: the owner; P1 longer than 2 hours: the mayor."
    # An open bound has its least length as the wait.
    assert told(said, words) == [("owner", 1800), ("mayor", 7200)]


def test_a_call_for_one_level(words: Vocabulary) -> None:
    said = "For SEV-1 also phone the owner after 30 min: she has the keys."
    assert told(said, words) == [("owner", 1800)]


def test_a_case_that_is_not_waited_for(words: Vocabulary) -> None:
    assert told("If water gets in, call the shipwright.", words) == [("shipwright", None)]
    assert told("涉及货物的，不等时间，直接找货主。", words) == [("货主", None)]


def test_other_sentences_end_the_chain(words: Vocabulary) -> None:
    for text in ("The bell is red.", "We write it down after 30 minutes.", "x; " * 5000):
        assert told(text, words) == []
