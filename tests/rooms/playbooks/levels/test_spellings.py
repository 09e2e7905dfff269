"""One level, many spellings; a spelling that could mean two levels means neither."""

import pytest

from runcard.domain.playbooks.levels.spellings import (
    keys_named,
    keys_of_title,
    level_named,
    spellings,
    squeezed,
)
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.cards import a_level, a_playbook

SEVS = (a_level("SEV-0", name="Critical"), a_level("SEV-1", name="High"), a_level("SEV-2"))


@pytest.mark.parametrize(
    "said",
    ["sev-1", "SEV1", "Sev 1", "ｓｅｖ１", "P1", "severity 1", "Level 1", "1", "１", "HIGH",
     "SEV-1 (High)", "high sev1", "#P1", "级别1"],
)  # fmt: skip
def test_every_spelling_of_one_level_finds_it(said: str) -> None:
    assert spellings(SEVS)[squeezed(said)] == "SEV-1"


@pytest.mark.parametrize("said", ["warning", "SEV-9", "high load", ""])
def test_what_names_no_level_finds_none(said: str) -> None:
    assert squeezed(said) not in spellings(SEVS)


def test_a_name_two_levels_share_belongs_to_neither() -> None:
    twins = (a_level("P1", name="Major"), a_level("P2", name="Major"))
    assert "major" not in spellings(twins)
    assert spellings(twins)["p1major"] == "P1"


def test_the_documents_own_key_beats_another_levels_cousin() -> None:
    mixed = (a_level("P1"), a_level("S1"))
    assert spellings(mixed)["s1"] == "S1"
    assert "sev1" not in spellings(mixed)


def test_a_joined_row_is_found_by_each_of_its_keys() -> None:
    row = a_level("P3/P4", joined_keys=("P3", "P4"))
    assert spellings((row,))["p4"] == "P3/P4"
    assert level_named((row,), "P3") is row
    assert level_named((row,), None) is None


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("P0/P1 incidents", ("P0", "P1")),
        ("P0-2", ("P0", "P1", "P2")),
        ("P0 or P2", ("P0", "P2")),
        ("P0, 2 and 3", ("P0", "P2", "P3")),
        ("only p 1, after 2 h", ("P1",)),
        ("P0/30 min", ("P0",)),
        ("P1 and 15 min later", ("P1",)),
        ("after an hour", ()),
        ("HP1 printers", ()),
        ("P0/9", ("P0",)),
    ],
)
def test_a_phrase_names_levels_one_by_one_and_in_ranges(said: str, keys: tuple[str, ...]) -> None:
    levels = [a_level(f"P{number}") for number in range(4)]
    assert keys_named(a_playbook(*levels), said) == keys


def test_levels_that_are_words_are_named_by_their_words() -> None:
    playbook = a_playbook(a_level("Crítica"), a_level("Alta"), a_level("緊急"), a_level("7"))
    assert keys_named(playbook, "só Crítica e Alta") == ("Crítica", "Alta")
    assert keys_named(playbook, "緊急のみ") == ("緊急",)
    assert keys_named(a_playbook(a_level("S1"), a_level("Low", name="Klein")), "klein") == ("Low",)


def test_a_number_is_no_neighbour_of_a_level_without_one() -> None:
    playbook = a_playbook(a_level("P1"), a_level("Rest"))
    assert keys_named(playbook, "P1/2") == ("P1",)


def test_a_heading_of_nothing_but_levels(words: Vocabulary) -> None:
    levels = a_playbook(a_level("P0", name="Grave"), a_level("P1", name="High")).severities
    assert keys_of_title("Grave/High Severity", levels, words) == ("P0", "P1")
    assert keys_of_title("High tide", levels, words) == ()
