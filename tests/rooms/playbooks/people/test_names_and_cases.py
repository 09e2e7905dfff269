"""One text that holds a name and its case."""

import pytest

from runcard.domain.playbooks.people.names_and_cases import (
    cut_at_case,
    who_and_case,
    without_remark,
)
from runcard.domain.playbooks.vocabulary import Vocabulary

CUT = [
    ("mate at once", "mate", "at once"),
    ("mate within 9 min", "mate", "within 9 min"),
    ("Second si pas de réponse sous 9 min", "Second", "si pas de réponse sous 9 min"),
    ("directeur si une P1 dure 2 h", "directeur", "si une P1 dure 2 h"),
    ("jefa si una P1 sigue", "jefa", "si una P1 sigue"),
    ("chef si bon", "chef si bon", ""),
    ("Armateur pour toute P1", "Armateur", "pour toute P1"),
    ("pilot, called by the mate after 9 min", "pilot", "called by the mate after 9 min"),
    ("大副 9 分钟无响应", "大副", "9 分钟无响应"),
    ("副当番", "副当番", ""),
    ("mate on watch", "mate on watch", ""),
]


@pytest.mark.parametrize(("said", "name", "case"), CUT)
def test_a_name_ends_where_a_case_begins(
    said: str, name: str, case: str, words: Vocabulary
) -> None:
    assert cut_at_case(said, words) == (name, case)


def test_a_number_behind_a_bold_name_is_no_case(words: Vocabulary) -> None:
    told = who_and_case("**Ada** (555 0114), if Bo does not wake in 9 minutes", words)
    assert told == ("Ada", "if Bo does not wake in 9 minutes")
    assert who_and_case("**Ada** (after 9 minutes)", words) == ("Ada", "after 9 minutes")


@pytest.mark.parametrize(
    ("said", "case"),
    [
        ("**Ada** (harbour): leaks within 9 min. (Number: chart room.)",
         "leaks within 9 min. (Number: chart room.)"),
        ("**Ada:** the owner decides. Wait for her – 9 = a day", "the owner decides."),
        ("**Ada** (after 9 minutes)", "after 9 minutes"),
        ("**Ada:** pilot – after 9 minutes", "after 9 minutes"),
    ],
)  # fmt: skip
def test_behind_a_bold_name_the_first_sentence_is_the_case(
    said: str, case: str, words: Vocabulary
) -> None:
    assert who_and_case(said, words) == ("Ada", case)


@pytest.mark.parametrize(
    ("said", "case"),
    [
        ("Ada → if a hatch is open (fore, aft)", "if a hatch is open (fore, aft)"),
        ("Ada – se a vela rasgar (grande, pequena)", "se a vela rasgar (grande, pequena)"),
        ("Ada – wenn das Segel reißt (Fock)", "wenn das Segel reißt (Fock)"),
    ],
)
def test_a_case_ends_in_its_own_parenthesis(said: str, case: str, words: Vocabulary) -> None:
    assert who_and_case(said, words) == ("Ada", case)


@pytest.mark.parametrize("said", ["Ada – harbour (9 min)", "Ada – the pilot (by night)"])
def test_behind_more_of_a_name_the_parenthesis_is_the_case(said: str, words: Vocabulary) -> None:
    assert who_and_case(said, words)[1] in {"9 min", "by night"}


@pytest.mark.parametrize(
    ("said", "case"),
    [
        ("if we are stuck for an hour. Her number is in the box", "if we are stuck for an hour"),
        ("sobald Wasser eindringt. Das Gesetz gibt 72 Stunden", "sobald Wasser eindringt"),
        ("after 40 min. of rain", "after 40 min. of rain"),
        ("keeps the log. Rings the bell", "keeps the log. Rings the bell"),
    ],
)
def test_a_case_ends_with_its_sentence(said: str, case: str, words: Vocabulary) -> None:
    assert without_remark(said, words) == case
