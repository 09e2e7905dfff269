"""Small words that are no part of a name, in front of it and behind it."""

import pytest

from runcard.domain.playbooks.particles import without_article, without_lead, without_tail
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("said", "name"), [("the mate", "mate"), ("den Maat", "Maat"), ("o que mudar", "o que mudar")]
)
def test_an_article_is_no_part_of_a_name(said: str, name: str, words: Vocabulary) -> None:
    assert without_article(said, words) == name


def test_an_and_that_leads_to_a_name_or_to_nobody(words: Vocabulary) -> None:
    assert without_lead("and the mate", "and", words) == "the mate"
    assert without_lead("mate and bosun", "and", words) == "mate and bosun"
    assert without_tail("the mate and", words) == "the mate"
    assert without_tail("and", words) == "and"
