"""Clauses that name somebody and a case, in every form that carries the one to the other."""

import pytest

from runcard.domain.playbooks.chains.told_clauses import clauses_of, step_in
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.vocabulary import Vocabulary

Told = list[tuple[str, str | None, int | None]]


def told(text: str, words: Vocabulary, unit: int = 0) -> Told:
    steps = (step_in(one, unit, words) for one in clauses_of([Text(text, 1)], words))
    return [(one.who, one.condition, one.after and one.after.seconds) for one in steps if one]


CLAUSES: list[tuple[str, Told]] = [
    (
        "No answer in 9 min → bell goes to the mate.",
        [("mate", "No answer in 9 min", 540)],
    ),
    (
        "Nobody on deck within 9 minutes? Ring Dr. Vane.",
        [("Dr. Vane", "Nobody on deck within 9 minutes", 540)],
    ),
    (
        "The bosun answers within 9 minutes. Otherwise the bell goes to the mate.",
        [
            ("bosun", "within 9 minutes", 540),
            ("mate", "The bosun answers within 9 minutes", 540),
        ],
    ),
    ("Priority 1: harbour master within 9 minutes.", [("harbour master", "Priority 1", None)]),
    ("9分応答がなければ航海士", [("航海士", "9分応答がなければ", 540)]),
    ("9分で船長", [("船長", "9分で", 540)]),
    (
        "9 Minuten ohne Antwort, dann den Maat anrufen",
        [("Maat", "9 Minuten ohne Antwort", 540)],
    ),
    (
        "A los 9 minutos sin respuesta, el capitán",
        [("capitán", "A los 9 minutos sin respuesta", 540)],
    ),
    (
        "The mate covers when the bosun is silent for 9 min, and the pilot covers in storms.",
        [("mate", "when the bosun is silent for 9 min", 540), ("pilot", "in storms", None)],
    ),
    ("The pilot takes over for every P1, and sets the course.", [("pilot", "for every P1", None)]),
]


@pytest.mark.parametrize(("text", "steps"), CLAUSES)
def test_a_name_and_its_case(text: str, steps: Told, words: Vocabulary) -> None:
    assert told(text, words) == steps


def test_a_bare_number_has_the_unit_told_before(words: Vocabulary) -> None:
    assert told("After 30 → captain.", words, unit=60) == [("captain", "After 30", 1800)]
    assert told("After 30 → captain.", words) == []


@pytest.mark.parametrize(
    "text",
    [
        "If it does not start in 9 minutes, restart the pump.",
        "The pump stopped at 9:15.",
        "If nobody reaches the bosun for 9 minutes, post the sign.",
        "The engineer writes the log within 9 days.",
        "The sails are dry.",
    ],
)
def test_work_and_stories_name_nobody(text: str, words: Vocabulary) -> None:
    assert told(text, words) == []
