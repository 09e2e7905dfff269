"""A number behind `after` has the unit of the time before it."""

import pytest

from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.escalations import chains_of
from runcard.domain.playbooks.people.left_out_units import with_units
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("in 5 minutes, after another 10 Bo", "in 5 minutes, after another 10 minutes Bo"),
        ("nach 5 Minuten Jo, nach 10 Bo", "nach 5 Minuten Jo, nach 10 Minuten Bo"),
        ("after 5 minutes the mate, after 2 hours the owner", ""),
        ("after 10 the mate", ""),
    ],
)
def test_units_are_put_back(text: str, whole: str, words: Vocabulary) -> None:
    assert with_units(text, words).text == (whole or text)


def test_the_case_stays_as_written(words: Vocabulary) -> None:
    text = (
        "If the mate doesn't answer within 5 minutes the bell goes to the captain and after "
        "another 10 to the owner. P1 longer than 2 hours: the mayor."
    )
    (chain,) = chains_of(outline(f"## Escalation\n\n{text}\n"), words)
    assert [(step.who, step.after and step.after.seconds) for step in chain.steps] == [
        ("mate", None),
        ("captain", 300),
        ("owner", 600),
        ("mayor", 7200),
    ]
    assert chain.steps[2].condition == "after another 10"
