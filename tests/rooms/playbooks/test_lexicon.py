"""Phrases are found by their words, by the same rules whether or not a text is looked at first."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.lexicon import (
    AnyOf,
    Lexicon,
    Openings,
    first_word,
    first_word_beside_signs,
    lexicon,
)
from runcard.domain.playbooks.words import folded

KNOWN = Openings()
PLACES = lexicon({"pump": ["pump", "pump house"], "gate": ["gate", "24/7 gate"]}, KNOWN)
FORMS = lexicon({"form": ["*vorlage*", "Formular"], "shift": ["当番", "on call"]}, KNOWN)
MANY = lexicon(
    {"no": ["a", "a b", "a be", "a gate", "a ga*", "a gave", "a tug", "a tug boat", "a/b", "a-g*"]},
    KNOWN,
)
SAID = st.text(st.sampled_from(list("abeghoprtuv -/24_*当番")), max_size=40)


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("The pump house is dry", {"pump"}),
        ("Pumps and pumping", set()),
        ("the 24/7 gate", {"gate"}),
        ("gates", set()),
        ("", set()),
    ],
)
def test_latin_words_match_whole(text: str, concepts: set[str]) -> None:
    assert PLACES.all(text) == concepts


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("Meldungsvorlagen", {"form"}),
        ("夜間当番の連絡先", {"shift"}),
        ("Formulare", set()),
        ("on call: 当番", {"shift"}),
    ],
)
def test_compounds_and_wide_words_match_inside_others(text: str, concepts: set[str]) -> None:
    assert FORMS.all(text) == concepts


def test_the_longest_phrase_decides() -> None:
    assert PLACES.find("gate of the pump house") == "pump"
    assert [one.group() for one in PLACES.matches("pump, pump house")] == ["pump", "pump house"]


def test_lexicons_that_share_their_openings_stay_apart() -> None:
    assert PLACES.bit != FORMS.bit
    assert FORMS.all("the pump house") == set()


def test_a_phrase_of_two_lists_belongs_to_both() -> None:
    family = Openings()
    quays = lexicon({"quay": ["tide gate", "tide*"]}, family)
    boats = lexicon({"boat": ["tide gate", "gate"]}, family)
    said = "the tide gate, the tides"
    assert [one.group() for one in quays.matches(said)] == ["tide", "tide"]
    assert [one.group() for one in boats.matches(said)] == ["tide gate"]


def test_a_list_without_words_is_empty() -> None:
    assert lexicon({"quay": [], "boat": ["ferry"]}).phrases == {"ferry": ("boat",)}


def test_nothing_is_found_by_an_empty_lexicon() -> None:
    assert lexicon({}).matches("anything") == []
    assert Lexicon().find("anything") is None


@cache
def whole_pattern(known: Lexicon) -> re.Pattern[str]:
    """The oracle: one pattern of all phrases."""
    said = [one for phrases in known.known.opened.values() for one in phrases]
    opened = [phrase for phrase, bit in said if bit == known.bit]
    return AnyOf([*known.anywhere.phrases, *opened]).pattern


def by_the_whole_pattern(known: Lexicon, text: str) -> list[tuple[int, str]]:
    return [(one.start(), one.group()) for one in whole_pattern(known).finditer(folded(text))]


@given(SAID)
def test_looking_at_the_words_first_changes_nothing(text: str) -> None:
    for known in (PLACES, FORMS, MANY):
        found = [(one.start(), one.group()) for one in known.matches(text)]
        assert found == by_the_whole_pattern(known, text)


VOCABULARY = read_vocabulary()
LISTS = [VOCABULARY.headings, VOCABULARY.time_words, VOCABULARY.talk, *VOCABULARY.lint.values()]
for known in LISTS:
    whole_pattern(known)
PHRASES = sorted({phrase for known in LISTS for phrase in known.phrases})


@settings(deadline=None)
@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4), st.sampled_from(" -/,"))
def test_nor_does_it_for_our_own_lists(said: list[str], between: str) -> None:
    text = between.join(said)
    for known in LISTS:
        found = [(one.start(), one.group()) for one in known.matches(text)]
        assert found == by_the_whole_pattern(known, text)


RAW = sorted({folded(phrase) for known in LISTS for phrase in known.phrases} | {"a*", "*a b", "_a"})


def test_the_first_word_of_a_plain_phrase_is_the_one_that_a_close_look_finds() -> None:
    assert [first_word(one) for one in RAW] == [first_word_beside_signs(one) for one in RAW]


@given(SAID)
def test_so_it_is_of_any_phrase(phrase: str) -> None:
    assert first_word(phrase) == first_word_beside_signs(phrase)


@pytest.mark.parametrize(
    ("text", "concept"),
    [("🚰 Pump house", "pump"), ("⚙️ 24/7 gate:", "gate"), ("🚰 Pumps", None), ("# pump", None)],
)
def test_a_picture_in_front_is_no_part_of_the_whole_text(text: str, concept: str | None) -> None:
    assert PLACES.exactly(text) == concept


def test_a_phrase_that_was_found_means_its_concepts() -> None:
    known = lexicon({"call": ["ring"], "sound": ["ring", "peal"]})
    (found,) = known.matches("they ring at noon")
    assert known.means(found, {"call"})
    assert known.means(found, {"sound", "light"})
    assert not known.means(found, {"light"})
