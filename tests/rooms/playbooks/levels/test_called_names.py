"""Whom a level goes to: the names alone, without waits and cases."""

import pytest

from runcard.domain.playbooks.levels.called_names import names_in
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Immediate to harbour master", ["harbour master"]),
        ("Automatic to the harbour master and pilot", ["harbour master", "pilot"]),
        ("automatisch an Hafenmeister, Lotse", ["Hafenmeister", "Lotse"]),
        ("within 20 minutes to the pilot", ["pilot"]),
        ("quay foreman, pilot if the crane still hangs", ["quay foreman", "pilot"]),
        ("pilot, pilot if nobody answers", ["pilot"]),
        ("Pilot, Harbour office (if a ship is lost)", ["Pilot", "Harbour office"]),
        ("nobody, ticket only", []),
        ("At once – all the crew", ["all the crew"]),
        ("sofort: Hafenmeister, Lotse", ["Hafenmeister", "Lotse"]),
        ("Within 2 hours - if it still leaks", []),
    ],
)
def test_names_without_waits_and_cases(said: str, names: list[str], words: Vocabulary) -> None:
    assert [one.text for one in names_in(said, 1, words)] == names
