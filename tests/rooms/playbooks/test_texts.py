"""Which of many texts speak of something."""

from runcard.domain.playbooks.lexicon import lexicon
from runcard.domain.playbooks.texts import Texts

BOATS = lexicon({"boat": ["ferry", "barge"], "quay": ["quay", "*kai*"]})
LINES = Texts(["The ferry is late", "no tide", "a Barge at the quay", "", "der Fischkai"])


def test_the_places_of_those_that_hold_any_phrase() -> None:
    assert LINES.speaking(BOATS) == [0, 2, 4]


def test_the_places_of_those_that_speak_of_one_concept() -> None:
    assert LINES.speaking(BOATS, "boat") == [0, 2]
    assert LINES.speaking(BOATS, "quay") == [2, 4]
    assert LINES.speaking(BOATS, "crane") == []


def test_the_words_are_looked_up_for_each_family_of_lexicons() -> None:
    cranes = lexicon({"crane": ["tide"]})
    assert LINES.speaking(BOATS, "boat") == [0, 2]
    assert LINES.speaking(cranes) == [1]
