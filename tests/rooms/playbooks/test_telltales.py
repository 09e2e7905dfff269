"""A text says by its words which lexicons may have a phrase in it, and never too few."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks import telltales
from runcard.domain.playbooks.lexicon import Lexicon, lexicon
from runcard.domain.playbooks.telltales import Openings, Telltale, telltale


@pytest.mark.parametrize(
    ("phrase", "word", "is_whole"),
    [
        ("pump", "pump", True),
        ("in the pump house", "house", True),
        ("24/7 gate", "gate", True),
        ("-delete", "delete", True),
        ("*vorlage*", "vorlage", False),
        ("zuständigkeit*", "zuständigkeit", False),
        # What breaks off inside a word may be longer than what stands whole.
        ("in case of emergenc*", "case", True),
        ("当番", "当番", False),
        ("<=", "", False),
    ],
)
def test_the_longest_word_gives_a_phrase_away(phrase: str, word: str, is_whole: bool) -> None:
    assert telltale(phrase) == Telltale(word, is_whole)


def is_tried(known: Lexicon, text: str) -> bool:
    return bool(known.known.looked_up[text].bits & known.tried)


def test_a_list_is_asked_only_where_a_phrase_stands_or_is_given_away() -> None:
    boats = lexicon({"boat": ["in the ferry"], "quay": ["*kai*"]})
    assert not is_tried(boats, "In the harbour")
    assert not is_tried(boats, "no FERRY today")
    assert is_tried(boats, "in the FERRY")
    assert is_tried(boats, "der Fischkai")
    assert boats.all("kain") == {"quay"}


def test_a_text_knows_the_phrases_of_all_lists_by_their_places() -> None:
    family = Openings()
    boats = lexicon({"boat": ["ferry", "ferry boat"]}, family)
    quays = lexicon({"quay": ["ferry boat", "boat*"]}, family)
    both, first = boats.bit | quays.bit, boats.bit
    said = family.looked_up["A ferry boat"].standing
    assert said == [("ferry boat", 2, both), ("ferry", 2, first)]


def test_signs_are_looked_for_everywhere() -> None:
    assert is_tried(lexicon({"less": ["<="]}), "anything")


def test_a_list_taken_in_later_is_found_in_texts_that_are_known() -> None:
    family = Openings()
    boats = lexicon({"boat": ["ferry"]}, family)
    assert boats.all("the ferry at the quay") == {"boat"}
    quays = lexicon({"quay": ["quay", "*ferr*"]}, family)
    assert quays.all("the ferry at the quay") == {"quay"}
    assert quays.matches("the ferry at the quay")[0].group() == "ferr"


def test_texts_and_words_are_forgotten_when_they_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(telltales, "MOST_LINES", 2)
    boats = lexicon({"boat": ["ferry"]})
    for text in ("one ferry", "two barges", "three", "one ferry"):
        assert boats.speaks_of(text, "boat") == ("ferry" in text)
    assert sorted(boats.known.looked_up) == ["one ferry", "three"]
    assert sorted(boats.known.told) == ["ferry"]


def phrases_tried(known: Lexicon, word: str, signs: str) -> list[str]:
    return [phrase for phrase, _, _ in known.known.told[word].opening[signs]]


def test_behind_a_word_only_what_goes_on_as_the_text_does_is_tried() -> None:
    boats = lexicon({"boat": ["no ferry", "no ferry boat", "no-go*", "no", "no f*", "not"]})
    assert phrases_tried(boats, "no", " fe") == ["no f", "no ferry boat", "no ferry", "no"]
    assert phrases_tried(boats, "no", "-go") == ["no-go", "no"]
    assert phrases_tried(boats, "no", " ta") == phrases_tried(boats, "no", ".") == ["no"]
    assert phrases_tried(boats, "ferry", " no") == []


def test_the_ways_on_behind_a_word_are_forgotten_when_they_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(telltales, "MOST_WAYS_ON", 2)
    boats = lexicon({"boat": ["no ferry"]})
    for text in ("no ferry", "no barge", "no tug", "no ferry here"):
        assert boats.speaks_of(text, "boat") == ("ferry" in text)
    assert sorted(boats.known.told["no"].opening) == [" fe", " tu"]


VOCABULARY = read_vocabulary()
LISTS = [VOCABULARY.headings, VOCABULARY.time_words, VOCABULARY.talk, *VOCABULARY.lint.values()]
PHRASES = [(known, phrase) for known in LISTS for phrase in sorted(known.phrases)]


@given(st.sampled_from(PHRASES), st.sampled_from(["", "x ", "- ", "1. "]))
def test_no_phrase_of_ours_is_passed_over(said: tuple[Lexicon, str], before: str) -> None:
    known, phrase = said
    assert is_tried(known, f"{before}{phrase}")
    assert is_tried(known, f"{before}{phrase}, x")
