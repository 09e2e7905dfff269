"""Sentences that say what a level is, whichever words lead to its name."""

import pytest

from runcard.domain.playbooks.levels.openings import asked_level, meaning_in
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("sentence", "key", "text"),
    [
        ("A Severity 1 incident is one where no ferry sails.",
         "Severity 1", "one where no ferry sails."),
        ("By P2 we mean that one ferry is late.", "P2", "that one ferry is late."),
        ("We speak of a critical incident when no ferry sails.",
         "critical", "when no ferry sails."),
        ("An incident is a level 3 if paint comes off.", "level 3", "if paint comes off."),
        ("If no ferry sails, that is a Severity 1.", "Severity 1", "If no ferry sails"),
        ("Ein Vorfall der Stufe 1 liegt vor, wenn die Fähre steht.",
         "Stufe 1", "wenn die Fähre steht."),
        ("Von P1 sprechen wir, wenn die Fähre steht.", "P1", "wenn die Fähre steht."),
        ("Alles andere ist P3.", "P3", "Alles andere"),
        ("Un incidente de nivel 1 es aquel en el que no sale el ferry.",
         "nivel 1", "aquel en el que no sale el ferry."),
        ("On parle de P1 lorsque le bac est à quai.", "P1", "lorsque le bac est à quai."),
        ("Falamos de um incidente de nível 1 quando a balsa para.",
         "nível 1", "quando a balsa para."),
        ("一级事件是指渡轮停航。", "一级", "渡轮停航。"),
        ("レベル1のインシデントとは、全便が欠航した状態。", "レベル1", "全便が欠航した状態。"),
    ],
)  # fmt: skip
def test_the_level_and_what_it_is(sentence: str, key: str, text: str, words: Vocabulary) -> None:
    found = meaning_in(sentence, words)
    assert found is not None
    assert (found.head.key, found.text) == (key, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "The incident lead decides when we are done.",
        "By the third day we mean to have the report.",
        "When in doubt, call it one level higher.",
        "Everything else is a question of taste.",
    ],
)
def test_other_sentences_name_no_level(sentence: str, words: Vocabulary) -> None:
    assert meaning_in(sentence, words) is None


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("When is it a Code Red?", "Code Red"),
        ("What counts as a Severity 1 incident?", "Severity 1"),
        ("Wann sprechen wir von P2?", "P2"),
        ("¿Qué es un incidente de nivel 3?".lstrip("¿"), "nivel 3"),
        ("P1とは？", "P1"),
        ("When is the Code Red cable tested?", None),
        ("What is on the red shelf?", None),
        ("When is it a Code Red", None),
    ],
)
def test_headings_that_ask_for_a_level(title: str, key: str | None, words: Vocabulary) -> None:
    found = asked_level(title, words)
    assert (found and found.key) == key
