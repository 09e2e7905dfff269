"""A few words that name somebody, and what stands around the name."""

import pytest

from runcard.domain.playbooks.people.persons import (
    has_title,
    person_in,
    plays_a_part,
    starts_with_call,
)
from runcard.domain.playbooks.vocabulary import Vocabulary

NAMED = [
    ("then ring the mate (number in the log), she has the keys", "mate"),
    ("the bell goes to the bosun", "bosun"),
    ("the watch rings the bosun", "bosun"),
    ("the pilot at home", "pilot"),
    ("the owner as well", "owner"),
    ("den Maat an", "Maat"),
    ("a la capitana", "capitana"),
    ("d'abord l'équipage", "équipage"),
    ("打给大副", "大副"),
    ("captain informed", "captain"),
]
NOBODY = ["check the pump", "the mate (after 9 minutes)", "if the mast falls", "den Mast zu heben"]


@pytest.mark.parametrize(("said", "name"), NAMED)
def test_the_name_alone_is_left(said: str, name: str, words: Vocabulary) -> None:
    assert person_in(said, words) == name


@pytest.mark.parametrize("said", NOBODY)
def test_tasks_waits_and_cases_name_nobody(said: str, words: Vocabulary) -> None:
    assert person_in(said, words) == ""


def test_orders_begin_with_a_verb_or_with_the_turn(words: Vocabulary) -> None:
    assert starts_with_call("Ring the mate", words)
    assert starts_with_call("zuerst den Maat", words)
    assert not starts_with_call("The mate sleeps", words)


def test_parts_that_somebody_plays(words: Vocabulary) -> None:
    assert plays_a_part("harbour manager", words)
    assert plays_a_part("Secondary", words)
    assert not plays_a_part("secondary pump", words)
    assert not plays_a_part("mainsail", words)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Bells ring the mate", "mate"),
        ("the desk rings the cook", "cook"),
    ],
)
def test_whoever_calls_is_not_called(said: str, name: str, words: Vocabulary) -> None:
    assert person_in(said, words) == name


def test_a_rank_keeps_its_meaning_before_an_aside(words: Vocabulary) -> None:
    assert plays_a_part("Secondary (tier 2)", words)
    assert not plays_a_part("pump (tier 2)", words)


def test_a_title_stands_in_front_of_a_name(words: Vocabulary) -> None:
    assert has_title("Dr. Ada Vane", words)
    assert has_title("Mme Hale", words)
    assert not has_title("Sr. Engineer", words)
    assert not has_title("Dr. of the ward", words)
    assert not has_title("Fr 8-18", words)
