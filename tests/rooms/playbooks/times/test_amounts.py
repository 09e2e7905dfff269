"""Halves belong to the unit before them."""

import pytest

from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("We call the mate within an hour and a half of the bell.", [5400]),
     ("Der Maat kommt nach anderthalb Stunden.", [5400]),
     ("30 Minuten und eine halbe Stunde", [1800, 1800]),
     ("1 hora y media hora", [3600, 1800]), ("a half hour", [1800]),
     ("1時間半日", [3600, 43200])],
)  # fmt: skip
def test_a_half_belongs_to_the_unit_before_it_unless_one_follows(
    text: str, seconds: list[int], words: Vocabulary
) -> None:
    assert [one.seconds for one in spans_in(text, words)] == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("Der Wart meldet es binnen 72 Stunden an die Hafenbehörde.", [259200]),
     ("Within 2 hours a pilot goes aboard.", [7200]),
     ("wieder flott nach 1 h 05", [3900]),
     ("1 h 5 min", [3900])],
)  # fmt: skip
def test_an_article_behind_hours_counts_no_minutes(
    text: str, seconds: list[int], words: Vocabulary
) -> None:
    assert [one.seconds for one in spans_in(text, words)] == seconds
