"""How often something is practised."""

import pytest

from runcard.domain.playbooks.procedures.drill_periods import (
    event_of,
    period_of_cell,
    periods_in,
)
from runcard.domain.playbooks.vocabulary import Vocabulary

DAY = 86400


@pytest.mark.parametrize(
    ("text", "days"),
    [("quarterly", 90), ("once a month", 30), ("alle 2 Wochen", 14), ("cada trimestre", 90)],
)
def test_periods_of_days_and_more(text: str, days: int, words: Vocabulary) -> None:
    assert [one.seconds for one in periods_in(text, words)] == [days * DAY]


@pytest.mark.parametrize("text", ["every 15 minutes", "within 2 days", "before each season"])
def test_shorter_periods_spans_and_events_are_none(text: str, words: Vocabulary) -> None:
    assert periods_in(text, words) == []


def test_a_cell_may_leave_out_that_it_repeats_or_tell_an_event(words: Vocabulary) -> None:
    told = [period_of_cell(cell, 4, words) for cell in ("3 months", "after every release", "Ada")]
    assert [one and (one.seconds, one.calendar) for one in told] == [
        (90 * DAY, None),
        (None, "event"),
        None,
    ]


def test_an_event_has_its_line(words: Vocabulary) -> None:
    event = event_of("Call drill: before each season", 7, words)
    assert event is not None
    assert event.line == 7
