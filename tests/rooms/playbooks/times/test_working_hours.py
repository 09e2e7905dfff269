"""Hours of work beside a time belong to it."""

import pytest

from runcard.domain.playbooks.times.clauses import Promised, Unread, read_promises
from runcard.domain.playbooks.times.working_hours import (
    in_hours_beside,
    in_working_hours,
    with_their_hours,
)
from runcard.domain.playbooks.vocabulary import Vocabulary


def test_a_clause_of_hours_joins_the_time_before_it(words: Vocabulary) -> None:
    for said, parts in (
        ("in 4 hours, office hours", ["in 4 hours", "office hours"]),
        ("binnen 2 Stunden, zu Bürozeiten", ["binnen 2 Stunden", "zu Bürozeiten"]),
    ):
        assert with_their_hours(said, parts, words) == [said]


def test_other_clauses_stay_apart(words: Vocabulary) -> None:
    for parts in (
        ["in 4 hours", "by day"],
        ["office hours", "in 4 hours"],
        ["we bake", "weekdays"],
    ):
        assert with_their_hours(", ".join(parts), parts, words) == parts


@pytest.mark.parametrize("value", ["4 h (Mon-Fri 9-17)", "1 Stunde (Mo-Fr 8-17 Uhr)"])
def test_hours_in_a_parenthesis(value: str, words: Vocabulary) -> None:
    found = in_hours_beside(value, 7, words)
    assert found is not None
    assert (found.calendar, found.line) == ("business_hours", 7)
    (clause,) = read_promises(value, 7, ("response",), words)
    assert isinstance(clause, Promised)
    assert clause.time.text == value


@pytest.mark.parametrize("value", ["4 h (by phone)", "soon (Mon-Fri 9-17)", "4 h"])
def test_other_parentheses_tell_no_hours(value: str, words: Vocabulary) -> None:
    assert in_hours_beside(value, 7, words) is None


def test_of_two_times_a_day_that_of_the_working_hours_counts(words: Vocabulary) -> None:
    found = in_working_hours(["10 minutes in office hours", "30 minutes otherwise"], 1, words)
    assert found is not None
    assert found.seconds == 600
    assert in_working_hours(["10 minutes by day", "30 minutes by night"], 1, words) is None


def test_a_stretch_of_the_day_is_no_second_time(words: Vocabulary) -> None:
    for text in ("30 minutes, from 7 to 23 h", "30 minutos, de 8 a 22 h", "30 min, de 7 h à 23 h"):
        (promised,) = read_promises(text, 1, ("response",), words)
        assert isinstance(promised, Promised)
        assert promised.time.seconds == 1800
    (two,) = read_promises("30 minutes, 1 to 2 h", 1, ("response",), words)
    assert isinstance(two, Unread)
