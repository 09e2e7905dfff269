"""Sentences that order it where no heading does."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import Step, chains


@pytest.mark.parametrize(
    ("text", "step"),
    [
        (("## Who\n\nEscalate to the Head of Mills when a P1 has lasted 45 minutes or when two "
         "wheels stand."), ("Head of Mills",
         "when a P1 has lasted 45 minutes or when two wheels stand", 2700)),
        (("## Bereitschaft\n\nEskaliere an die Werkleitung, wenn ein P1 länger als 60 Minuten "
         "dauert."), ("Werkleitung", "wenn ein P1 länger als 60 Minuten dauert", 3600)),
        ("## Astreinte\n\nEscaladez vers le directeur si une P1 dure plus de 2 heures.",
         ("directeur", "si une P1 dure plus de 2 heures", 7200)),
        ("## On-call\n\n- If a P1 is open after 90 minutes, escalate to the owner.",
         ("owner", "If a P1 is open after 90 minutes", 5400)),
    ],
)  # fmt: skip
def test_one_order_is_a_chain(text: str, step: Step, words: Vocabulary) -> None:
    assert chains(text, words) == [[step]]


@pytest.mark.parametrize(
    "text",
    [
        "## On-call\n\nEscalate to the owner.",
        "## Severity\n\n### P1\n\nEscalate to the owner when it has lasted an hour.",
        "## Review\n\nEscalate to the board when a review is late by 2 weeks.",
        "## Flour\n\nEscalate to the owner when the flour is wet for an hour.",
    ],
)
def test_without_a_case_or_elsewhere_it_is_none(text: str, words: Vocabulary) -> None:
    assert chains(text, words) == []


def test_a_label_in_front_is_the_case(words: Vocabulary) -> None:
    text = (
        "## Escalation\n\n### When to escalate\n\n1. **P1 open for 20 min**: Escalate to foreman\n"
        "2. **Fire**: Escalate immediately to the fire brigade\n"
        "3. **Unknown machine**: Escalate to the maker\n"
    )
    assert chains(text, words) == [
        [
            ("foreman", "P1 open for 20 min", 1200),
            ("fire brigade", "Fire", None),
            ("maker", "Unknown machine", None),
        ]
    ]


def test_a_rung_or_somebody_as_a_label_is_none(words: Vocabulary) -> None:
    assert chains("## On-call\n\n- **Fire**: Escalate to Level 2", words) == []
    assert chains("## On-call\n\n- **Shift manager**: Escalate to the owner", words) == []
