"""A name on a rung holds no number, and nobody whom it informs in turn."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.bare_names import (
    without_number,
    without_purpose,
    without_reach,
)
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("After 9 min: Ada, +44 1632 960 415", "After 9 min: Ada"),
        ("After 9 min: Ada, who informs the mayor", "After 9 min: Ada"),
        ("Nach 9 Min: Ada, die den Vorstand informiert", "Nach 9 Min: Ada"),
        ("Yard (to midnight): extension 20. They know the ships.", "Yard (to midnight)"),
        ("Ada, only at night", "Ada, only at night"),
        ("甲板，１０分後", "甲板，１０分後"),
    ],
)
def test_what_is_only_for_reaching_is_left_out(text: str, bare: str, words: Vocabulary) -> None:
    assert without_reach(text, words) == bare


def test_a_list_for_calling_has_people_on_its_rungs(words: Vocabulary) -> None:
    page = (
        "## Who to call\n\n1. Hand: 01632 960 411. He has the keys.\n"
        "2. No answer within 10 minutes: mate, 01632 960 412.\n"
        "3. Storm for more than 60 minutes: captain, 01632 960 415, who informs the owner.\n"
    )
    (chain,) = chains_of(outline(page), words)
    assert [step.who for step in chain.steps] == ["Hand", "mate", "captain"]
    assert [step.after and step.after.seconds for step in chain.steps] == [None, 600, 3600]


def test_a_number_behind_a_small_word_is_no_part_of_a_name(words: Vocabulary) -> None:
    assert without_number("the desk on extension 20", words) == "the desk"
    assert without_number("mate on watch", words) == "mate on watch"


def test_a_case_behind_the_number_is_kept(words: Vocabulary) -> None:
    said = "**Bo** (01632 960 416), if Ada does not wake in 9 min"
    assert without_reach(said, words) == said


def test_by_which_tool_and_for_what_are_no_part_of_a_name(words: Vocabulary) -> None:
    assert without_number("miller via the siren", words) == "miller"
    assert without_number("mugnaio tramite la sirena", words) == "mugnaio"
    assert without_purpose("miller for a look at the dam", words) == "miller"
    assert without_purpose("forester", words) == "forester"
