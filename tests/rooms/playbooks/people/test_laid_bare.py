"""Words that tell an order or haste, between a verb for calling and whom it calls."""

import pytest

from runcard.domain.playbooks.people.laid_bare import laid_bare
from runcard.domain.playbooks.vocabulary import Vocabulary

BARE = [
    ("La campana llama primero a la guardia", "La campana llama a la guardia"),
    ("Zuerst wird der Maat gerufen", "wird der Maat gerufen"),
    ("Primeiro é avisado o mestre", "é avisado o mestre"),
    ("Bei Nebel wird der Maat sofort gerufen", "Bei Nebel wird der Maat gerufen"),
    ("For any leak the mate is woken at once", "For any leak the mate is woken"),
]
WHOLE = [
    "The first mate is woken",
    "The mate is woken at once",
    "Wake the mate first",
    "At once, wake the mate",
    "After an hour, or straight away for a leak, the mate wakes the captain",
]


@pytest.mark.parametrize(("said", "bare"), BARE)
def test_they_go_where_a_verb_is(said: str, bare: str, words: Vocabulary) -> None:
    assert laid_bare(said, words) == bare


@pytest.mark.parametrize("said", WHOLE)
def test_what_is_a_name_or_a_case_stays(said: str, words: Vocabulary) -> None:
    assert laid_bare(said, words) == said
