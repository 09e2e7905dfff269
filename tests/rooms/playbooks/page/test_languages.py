"""The language of a page is told by its script, else by its small words."""

import pytest

from runcard.domain.playbooks.page.languages import language_of
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wenn der Ofen nicht heizt, rufen wir die Meisterin und warten auf sie.", "de"),
        ("If the oven does not heat, we call the baker and wait for her.", "en"),
        ("オーブンが温まらないときは、職人を呼びます。", "ja"),
        ("Если печь не греет, зовём мастера.", "ru"),
        ("Αν ο φούρνος δεν ζεσταίνεται, καλούμε τον φούρναρη.", "el"),
        ("Öfen, Größe, 12 °C → ½", "en"),
        ("1 2 3", "en"),
    ],
)
def test_a_page_is_of_the_language_in_which_it_speaks(
    text: str, language: str, words: Vocabulary
) -> None:
    assert language_of(text.split("\n"), words) == language


def test_what_stands_in_fences_speaks_no_language(words: Vocabulary) -> None:
    lines = ["Wenn der Ofen nicht heizt:", "```", "if the oven is on and the door is open", "```"]
    assert language_of(lines, words) == "de"
