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
        ("None unless it leaks again", []),
        ("Nobody, but for the pilot", []),
        ("Check the pumps, grease the crane", []),
        ("Log and mend it", []),
        ("Beobachte den Kran, schmiere ihn", []),
        ("Open the sluice, call the pilot, team lead", ["pilot", "team lead"]),
        ("Raise to the pilot", ["Raise to the pilot"]),
        ("Registrar, pilot", ["Registrar", "pilot"]),
        ("Immediate notification to the pilot", ["pilot"]),
        ("Pilot + Harbour master notification", ["Pilot", "Harbour master"]),
        ("Notification desk", ["Notification desk"]),
        ("Pages Bosun, then Pilot, then Harbour office.", ["Bosun", "Pilot", "Harbour office"]),
        ("Bosun, dann Lotse", ["Bosun", "Lotse"]),
        ("Next working day", []),
    ],
)
def test_names_without_waits_and_cases(said: str, names: list[str], words: Vocabulary) -> None:
    assert [one.text for one in names_in(said, 1, words)] == names
