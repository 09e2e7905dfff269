"""Titles that say that a runbook follows."""

import pytest

from runcard.domain.playbooks.procedures.scenario_titles import is_scenario, is_titled
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize("title", ["Scenario 1 – cold kettle", "Card B: lid", "Szenario 3"])
def test_a_counted_scenario_is_one(title: str, words: Vocabulary) -> None:
    assert is_scenario(title, words)
    assert not is_titled("Kettle 1", words)


@pytest.mark.parametrize(
    "title", ["Runbook: cold kettle", "Fiche : théière fendue", "Runbook : thé froid"]
)
def test_a_named_runbook_is_one(title: str, words: Vocabulary) -> None:
    assert is_titled(title, words)
    assert not is_scenario("Runbooks of the kettle", words)


@pytest.mark.parametrize("title", ["PROCEDURES OF THE HOUSE", "FICHES", "CASES"])
def test_the_last_letter_of_a_shout_counts_nothing(title: str, words: Vocabulary) -> None:
    assert not is_scenario(title, words)
    assert is_scenario("CASE A: cold kettle", words)
