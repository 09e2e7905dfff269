"""A number behind `after` has the unit of the time before it."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.chains.left_out_units import bare_wait, unit_in, with_units
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("in 5 minutes, after another 10 Bo", "in 5 minutes, after another 10 minutes Bo"),
        ("nach 5 Minuten Jo, nach 10 Bo", "nach 5 Minuten Jo, nach 10 Minuten Bo"),
        ("Bo after 5 minutes and Ada after 10.", "Bo after 5 minutes and Ada after 10 minutes."),
        ("after 5 minutes, see after 10.2", ""),
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


def test_a_number_at_the_end_of_a_case(words: Vocabulary) -> None:
    unit = unit_in("no answer in 9 minutes", words)
    told = bare_wait("No answer in 30", 4, unit, words)
    assert told is not None
    assert (told.text, told.line, told.seconds) == ("30", 4, 1800)
    assert bare_wait("nach 2", 4, unit_in("nach 1 Stunde", words), words) is not None


@pytest.mark.parametrize("case", ["No answer on berth 30", "No answer in 30 ships", "in 30"])
def test_other_numbers_are_no_waits(case: str, words: Vocabulary) -> None:
    unit = 0 if case == "in 30" else 60
    assert bare_wait(case, 1, unit, words) is None


def test_no_unit_is_none(words: Vocabulary) -> None:
    assert unit_in("the mate, after dinner", words) == 0
