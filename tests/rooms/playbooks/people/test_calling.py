"""Verbs around a name, before it or behind it."""

import pytest

from runcard.domain.playbooks.people.calling import (
    asks_when,
    is_task,
    speaks_of_calling,
    without_verb,
    without_verbs,
)
from runcard.domain.playbooks.vocabulary import Vocabulary

NAMES = [
    ("page the mate", "mate"),
    ("Escalate to the captain", "captain"),
    ("Kapitän informieren", "Kapitän"),
    ("avisar al capitán", "capitán"),
    ("Mate on call", "Mate on call"),
    ("Call centre", "Call centre"),
]


@pytest.mark.parametrize(("said", "name"), NAMES)
def test_the_verb_is_no_part_of_the_name(said: str, name: str, words: Vocabulary) -> None:
    assert without_verb(said, words) == name


def test_a_doubtful_verb_counts_where_all_have_one(words: Vocabulary) -> None:
    assert without_verbs(["Call mate", "Ring owner"], words) == ["mate", "owner"]
    assert without_verbs(["Call centre", "Owner"], words) == ["Call centre", "Owner"]


def test_a_task_is_no_name(words: Vocabulary) -> None:
    assert is_task("Check the pumps", words)
    assert not is_task("Pump engineer", words)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("the bell rings with the mate", "mate"),
        ("mate informed", "mate"),
        ("Kapitän verständigt", "Kapitän"),
        ("try the bosun", "bosun"),
        ("both mates get a call", "both mates"),
    ],
)
def test_what_goes_to_somebody_or_happens_to_him(said: str, name: str, words: Vocabulary) -> None:
    assert without_verb(said, words).removeprefix("the ") == name


@pytest.mark.parametrize(
    "head", ["When to call", "Wann anrufen", "Quand l'appeler", "Escalate for", "Call if"]
)
def test_a_head_may_ask_when_somebody_is_called(head: str, words: Vocabulary) -> None:
    assert asks_when(head, words)


@pytest.mark.parametrize("head", ["On-call", "When", "Call", "Escalation"])
def test_other_heads_do_not_ask(head: str, words: Vocabulary) -> None:
    assert not asks_when(head, words)


@pytest.mark.parametrize("deed", ["Consider a stop", "Open sluice two", "Wehr öffnen"])
def test_a_deed_is_nobody(deed: str, words: Vocabulary) -> None:
    assert is_task(deed, words)


@pytest.mark.parametrize(
    "title",
    ["Who wakes whom", "Wer ruft wen", "Quién avisa a quién", "Who gets the call, and when",
     "Who gets the page"],
)  # fmt: skip
def test_who_calls_whom_is_about_calling(title: str, words: Vocabulary) -> None:
    assert speaks_of_calling(title, words)


def test_that_something_rings_is_not_about_calling(words: Vocabulary) -> None:
    assert not speaks_of_calling("The bell rings all night", words)
