"""Times as they are said in other languages, and hours of the day."""

import tomllib
from pathlib import Path

import pytest

from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.times.tokens import Kind, may_hold_span, may_hold_time, tokens_of
from runcard.domain.playbooks.vocabulary import Vocabulary

SPOKEN = tomllib.loads((Path(__file__).parent / "times_spoken.toml").read_text("utf-8"))


def said(phrase: str, words: Vocabulary) -> int | str | None:
    """Seconds, a word of the calendar, or both."""
    time = read_time(phrase, 1, words)
    if time is None or time.calendar is None:
        return None if time is None else time.seconds
    return time.calendar if time.seconds is None else f"{time.seconds} {time.calendar}"


@pytest.mark.parametrize("language", SPOKEN)
def test_times_are_read_in_every_language(language: str, words: Vocabulary) -> None:
    read = {phrase: said(phrase, words) for phrase in SPOKEN[language]}
    assert read == SPOKEN[language]


@pytest.mark.parametrize("hours", ["7–18 Uhr", "9時〜18時", "9点到18点", "à 17 h 45"])
def test_hours_of_the_day_are_no_time(hours: str, words: Vocabulary) -> None:
    assert spans_in(hours, words) == ()


def test_hours_and_minutes_that_last_are_a_time(words: Vocabulary) -> None:
    assert [one.seconds for one in spans_in("en 17 h 45", words)] == [63900]
    assert [one.seconds for one in spans_in("réparé à 1 h 30 près", words)] == [5400]


@pytest.mark.parametrize(
    "text",
    ["within hours of the flood", "within minutes", "innerhalb von Stunden", "binnen Tagen",
     "en cuestión de horas", "em questão de minutos"],
)  # fmt: skip
def test_hours_without_a_number_promise_nothing(text: str, words: Vocabulary) -> None:
    assert [one.seconds for one in spans_in(text, words)] == []


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("within the hour", 3600), ("within an hour", 3600), ("innerhalb von 2 Stunden", 7200),
     ("within 3 days of the flood", 259200), ("dentro de dos horas", 7200)],
)  # fmt: skip
def test_one_hour_or_a_number_of_them_does(text: str, seconds: int, words: Vocabulary) -> None:
    assert [one.seconds for one in spans_in(text, words)] == [seconds]


@pytest.mark.parametrize("hours", ["17h30–8h30", "8h–16h45", "9h30 à 18h", "8h30 às 17h30"])
def test_hours_of_duty_with_an_h_are_no_time(hours: str, words: Vocabulary) -> None:
    assert spans_in(hours, words) == ()


@pytest.mark.parametrize(("lasts", "seconds"), [("1h30–2h", 7200), ("4h–8h", 28800)])
def test_hours_that_work_lasts_stay_a_time(lasts: str, seconds: int, words: Vocabulary) -> None:
    assert spans_in(lasts, words)[-1].seconds == seconds


@pytest.mark.parametrize("text", ["SEV-0 em até 48 horas", "SEV-1 hasta 48 horas"])
def test_the_figure_of_a_level_begins_no_range(text: str, words: Vocabulary) -> None:
    assert [(one.seconds, one.min_seconds) for one in spans_in(text, words)] == [(172800, None)]
    assert spans_in(text, words)[0].leads


@pytest.mark.parametrize("text", ["de 4 até 48 horas", "4 até 48 horas"])
def test_a_figure_of_its_own_begins_one(text: str, words: Vocabulary) -> None:
    assert [one.min_seconds for one in spans_in(text, words)] == [14400]


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("within the next working day", "next_business_day"),
        ("By the next business day", "next_business_day"),
        ("within the next oven day", None),
        ("within the day of the bakers", None),
    ],
)
def test_a_word_in_front_of_a_day_that_took_its_article(
    phrase: str, meant: str | None, words: Vocabulary
) -> None:
    assert said(phrase, words) == meant


@pytest.mark.parametrize(
    "text", ["Gate 3", "locks 1-2 and 4", "7 boats, T+3, twice as many", "Halve it in 2 steps", ""]
)
def test_numbers_without_a_unit_are_not_even_cut(text: str, words: Vocabulary) -> None:
    assert not may_hold_span(text, words)
    assert may_hold_time(text, words) == any(sign.isdigit() for sign in text)
    assert spans_in(text, words) == ()


@pytest.mark.parametrize(
    "text",
    ["15min", "T+1h", "２時間", "2x daily", "at once", "half an hour", "hourly", "next release"],
)
def test_a_unit_or_a_word_for_a_time_is_looked_at(text: str, words: Vocabulary) -> None:
    assert may_hold_span(text, words)
    assert spans_in(text, words) != ()


@pytest.mark.parametrize("text", ["we now look at the sluice", "a direct line to the mill"])
def test_a_word_that_is_a_time_alone_is_none_in_a_sentence(text: str, words: Vocabulary) -> None:
    assert spans_in(text, words) == ()
    assert read_time(text, 1, words) is None


@pytest.mark.parametrize("text", ["at least 30 minutes", "mindestens 30 Minuten"])
def test_at_least_so_long_has_no_end(text: str, words: Vocabulary) -> None:
    time = read_time(text, 1, words)
    assert time is not None
    assert (time.seconds, time.min_seconds) == (None, 1800)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("aux heures de bureau", {Kind.CALENDAR}),
        ("in orario lavorativo", {Kind.CALENDAR}),
        ("aux heures", {Kind.PERIOD}),
        ("every business day", {Kind.PERIOD}),
    ],
)
def test_a_period_that_is_a_part_of_more(text: str, kinds: set[Kind], words: Vocabulary) -> None:
    assert {one.kind for one in tokens_of(text, words)} == kinds
