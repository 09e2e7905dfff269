"""Who keeps a document, in a sentence of its own."""

import pytest

from runcard.domain.playbooks.document.kept_by import keepers_in
from runcard.domain.playbooks.document.self_statements import statements_in
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("The harbour office keeps this page.", "harbour office"),
        ("Das Hafenteam pflegt diese Seite. Bitte lesen.", "Hafenteam"),
        ("L'équipe Quai tient cette page à jour.", "équipe Quai"),
        ("Mantiene esta página el equipo Muelle. Versión 2.", "equipo Muelle"),
        ("A equipa do Cais mantém este documento.", "equipa do Cais"),
        ("港口小组维护本文档。", "港口小组"),
        ("港湾班がこの文書を管理する。", "港湾班"),
    ],
)
def test_a_sentence_names_who_keeps_the_page(said: str, who: str, words: Vocabulary) -> None:
    assert [*keepers_in(said, words)] == [who]


@pytest.mark.parametrize(
    "said",
    [
        "Whoever finds a fault keeps this page open until it is over, and then writes to the quay.",
        "Nobody, not even the pilot, keeps this page.",
        "The harbour office keeps the boats.",
    ],
)
def test_other_sentences_name_nobody(said: str, words: Vocabulary) -> None:
    assert [*keepers_in(said, words)] == []


def test_beside_the_day_of_the_last_review(words: Vocabulary) -> None:
    line = "Mantiene esta página el equipo Muelle. Versión 2, revisada el 3 de mayo de 2031. Leer."
    found = {name: text.text for name, text in statements_in(line, 1, words)}
    assert found == {
        "version": "2", "last_reviewed": "3 de mayo de 2031", "owner": "equipo Muelle",
    }  # fmt: skip
