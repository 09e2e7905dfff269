"""Hours of work beside a time belong to it."""

import pytest

from runcard.domain.playbooks.times.clauses import Promised, Unread, read_promises
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.working_hours import (
    in_hours_beside,
    in_working_hours,
    with_hours_beside,
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


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("30 min (8-22)", 1800), ("1 h (9–17 CET)", 3600), ("2 h (8 am-6 pm)", 7200),
     ("30 minutes between 08:00 and 22:00", 1800), ("30 min von 6:00 bis 23:00", 1800),
     ("15 min Mo-Fr 8am-6pm", 900), ("10 minutos, todos los días a cualquier hora", 600),
     ("10 min, every day", 600), ("10分以内(24時間365日)", 600), ("5 min (24/7/365)", 300),
     ("5分钟(7×24小时)", 300)],
)  # fmt: skip
def test_a_part_of_the_day_beside_a_time(value: str, seconds: int, words: Vocabulary) -> None:
    (promised,) = read_promises(value, 1, ("response",), words)
    assert isinstance(promised, Promised)
    assert promised.time.seconds == seconds


@pytest.mark.parametrize(
    ("value", "seconds", "calendar"),
    [("8h BH", 28800, "business_hours"), ("4 bh", 14400, "business_hours"),
     ("2 BD", None, "business_days:2"), ("365 days", 31536000, None)],
)  # fmt: skip
def test_short_words_for_working_time(
    value: str, seconds: int | None, calendar: str | None, words: Vocabulary
) -> None:
    (promised,) = read_promises(value, 1, ("response",), words)
    assert isinstance(promised, Promised)
    assert (promised.time.seconds, promised.time.calendar) == (seconds, calendar)


@pytest.mark.parametrize(
    "value", ["10 min (8am-8pm), 30 min otherwise", "10 min (6–18 Uhr), sonst 30 min"]
)
def test_the_time_that_is_not_for_all_other_hours(value: str, words: Vocabulary) -> None:
    (promised,) = read_promises(value, 1, ("response",), words)
    assert isinstance(promised, Promised)
    assert promised.time.seconds == 600


@pytest.mark.parametrize(
    "value", ["1 h (1-2 h)", "2 h (22-8)", "1 h (5-10 min)", "between 1 and 2"]
)
def test_two_lengths_of_time_stay_open(value: str, words: Vocabulary) -> None:
    (two,) = read_promises(value, 1, ("response",), words)
    assert isinstance(two, Unread)


def test_days_of_work_in_a_parenthesis_count_with_their_hours(words: Vocabulary) -> None:
    for value in ("1 h (lun-ven 9h-18h)", "1 h (Mo-Fr 9-18 h)", "1 h (Mon-Fri 9am-6pm)"):
        (promised,) = read_promises(value, 1, ("response",), words)
        assert isinstance(promised, Promised)
        assert (promised.time.seconds, promised.time.calendar) == (3600, "business_hours")


@pytest.mark.parametrize(
    "value",
    [
        "4 Stunden, nur während der Dienstzeit",
        "within 4 hours during office hours",
        "4 horas, só em horário comercial",
        "4小时，仅工作时间",
        "営業時間内で4時間以内",
    ],
)
def test_only_in_hours_of_work(value: str, words: Vocabulary) -> None:
    (told,) = read_promises(value, 1, ("response",), words)
    assert isinstance(told, Promised)
    assert (told.time.seconds, told.time.calendar) == (14400, "business_hours")


def test_a_time_with_the_hours_in_brackets_behind_it(words: Vocabulary) -> None:
    for clause, said in (
        ("we come within 4 hours (office hours)", "within 4 hours (office hours)"),
        ("Antwort in 4 Stunden (nur Dienstzeit)", "in 4 Stunden (nur Dienstzeit)"),
        ("we come within 4 hours (by bicycle)", "within 4 hours"),
        ("news in 10 minutes or in 20", "in 10 minutes"),
    ):
        assert with_hours_beside(clause, spans_in(clause, words)) == said
