"""Levels that wake nobody, by their words or by their times; in doubt a level pages."""

import pytest

from runcard.domain.playbooks.levels.silence import why_silent
from runcard.domain.playbooks.model import Severity, Text
from tests.rooms.cards import a_level, a_time


@pytest.mark.parametrize(
    "said",
    [
        "Create a ticket, nothing else", "Log it for later", "No immediate notification",
        "do not page", "keine sofortige Meldung", "sin aviso", "创建工单", "チケットのみ",
    ],
)  # fmt: skip
def test_words_that_wake_nobody(said: str) -> None:
    level = a_level("P4", "1 h", action=Text(said, 5))
    assert why_silent(level) == f"the document says: {said}"


@pytest.mark.parametrize(
    "said",
    ["Create a ticket and page the on-call", "Tell the team", "Ticket, then phone the manager"],
)
def test_words_that_page_beat_words_that_do_not(said: str) -> None:
    assert why_silent(a_level("P2", "1 h", communication=Text(said, 5))) is None


@pytest.mark.parametrize(
    "calendar", ["next_business_day", "business_hours 4 h", "business_days:3", "best_effort"]
)
def test_times_of_the_team_calendar_wake_nobody(calendar: str) -> None:
    assert why_silent(a_level("P3", calendar)) == f"response: {calendar}"


@pytest.mark.parametrize(
    "level",
    [
        a_level("P3", "event"),
        a_level("P3", "next_business_day", acknowledge=a_time("1 h")),
        a_level("P3", "15 min", acknowledge=a_time("next_business_day")),
        a_level("P3"),
        a_level("P3", acknowledge=a_time("5 min")),
    ],
)
def test_in_doubt_a_level_pages(level: Severity) -> None:
    assert why_silent(level) is None


def test_an_acknowledgement_on_the_calendar_alone_wakes_nobody() -> None:
    level = a_level("P4", acknowledge=a_time("next_business_day"))
    assert why_silent(level) == "acknowledge: next_business_day"
