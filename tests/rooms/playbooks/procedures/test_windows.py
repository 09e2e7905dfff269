"""Stretches of an incident's time at the head of a text."""

import pytest

from runcard.domain.playbooks.procedures.windows import (
    behind_time,
    boxed_time,
    first_time,
    last_time,
    timebox_of,
    whole_time,
    window_of,
)
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "found"),
    [("0–5 min: look", (0, 300, "look")), ("5 - 20 Minuten – Eindämmen", (300, 1200, "Eindämmen")),
     ("(0-10 min) look", (0, 600, "look")), ("0 à 10 min : regarder", (0, 600, "regarder")),
     ("0〜5分：見る", (0, 300, "見る")), ("Minuto 10–30. Cortar", (600, 1800, "Cortar")),
     ("Minute 0–10: look", (0, 600, "look")), ("T+0 to T+10: look", (0, 600, "look")),
     ("T+30m – T+2h: tell", (1800, 7200, "tell")),
     ("T+5 bis T+20 Minuten: sehen", (300, 1200, "sehen"))],
)  # fmt: skip
def test_a_window_and_what_stands_behind_it(
    text: str, found: tuple[int, int, str], words: Vocabulary
) -> None:
    window = window_of(text, 3, words)
    assert window is not None
    assert (window.time.min_seconds, window.time.seconds, window.rest) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Look (5 min)",
        "5 min: look",
        "Phase 1–2: look",
        "2024-25 review",
        "Call 10-20 now",
        "Minute 10–12:30 lunch",
        "T+10: look",
        "T-shirt 10 to 20",
    ],
)
def test_other_figures_are_no_window(text: str, words: Vocabulary) -> None:
    assert window_of(text, 3, words) is None


def test_a_time_box_may_name_the_level_it_is_for(words: Vocabulary) -> None:
    time = timebox_of("P1: 20 min", 3, words)
    assert time is not None
    assert time.seconds == 1200
    assert timebox_of("with Ada", 3, words) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("within 2 hours of the alarm", 7200), ("no later than 24 hours after discovery", 86400),
     ("innerhalb von 72 Stunden nach Kenntnis", 259200), ("48 hours after closing", 172800),
     ("T+15", 900), ("t+15", None), ("T+1", None), ("T+15 boats", None), ("T+0–5", 300),
     ("T+5 → T+30 min", 1800), ("by minute 9", 540), ("hasta el minuto 9", 540),
     ("minute 9", None), ("10 premières minutes", 600), ("les 10 premières minutes", 600),
     ("10 primeros minutos", 600), ("primeros 10 minutos", 600), ("10 primeiros minutos", 600),
     ("first 10 minutes", 600), ("ersten 10 Minuten", 600), ("最初の10分", 600),
     ("10 quiet minutes", None),
     ("sous 4 heures après la clôture", 14400), ("look within 2 hours", None),
     ("30 minutes of a long and very quiet talk", None)],
)  # fmt: skip
def test_a_time_box_may_say_from_when_on(text: str, seconds: int | None, words: Vocabulary) -> None:
    time = timebox_of(text, 3, words)
    assert (time.seconds if time else None) == seconds


@pytest.mark.parametrize(
    ("title", "seconds"),
    [("Step 2: Tell the council – within 24 hours", 86400), ("Phase 3: Restore: 4 h", 14400),
     ("Phase 1: Look", None), ("within 4 hours", None)],
)  # fmt: skip
def test_the_time_behind_the_last_mark(title: str, seconds: int | None, words: Vocabulary) -> None:
    time = last_time(title, 3, words)
    assert (time.seconds if time else None) == seconds


@pytest.mark.parametrize(
    ("title", "rest"),
    [("0–15 Minutes: STOP THE PRESS", "STOP THE PRESS"), ("5 Tage – Rückblick", "Rückblick"),
     ("30 minutes - 2 hours: Look", "Look"), ("48+ hours: Paint", "Paint"),
     ("0〜15分：止める", "止める"), ("Press 2: stop", "Press 2: stop"),
     ("2 presses: stop", "2 presses: stop"),
     ("Ink: within 5 minutes", "Ink: within 5 minutes"), ("15 minutes", "15 minutes")],
)  # fmt: skip
def test_what_is_done_behind_a_time(title: str, rest: str, words: Vocabulary) -> None:
    assert behind_time(title, words) == rest


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("at T+48h", 172_800), ("must be printed by T+2 h", 7200), ("bis spätestens T+30min", 1800),
     ("T + 40h, se der", 144_000), ("T+3 日、目標", 259_200),
     ("T-shirts", None), ("after the T+1 press", None), ("T+2h, then wash, dry and fold it", None)],
)  # fmt: skip
def test_a_time_box_may_be_a_moment_after_the_alarm(
    text: str, seconds: int | None, words: Vocabulary
) -> None:
    time = timebox_of(text, 1, words)
    assert (time.seconds if time else None) == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("The first 5 minutes", 300), ("Erste 10 Minuten", 600),
     ("First 5 minutes: look", None), ("Every 5 minutes", None), ("5 minutes", None)],
)  # fmt: skip
def test_a_title_that_is_nothing_but_its_time(
    text: str, seconds: int | None, words: Vocabulary
) -> None:
    time = whole_time(text, 3, words)
    assert (time.seconds if time else None) == seconds


def test_the_unit_of_a_time_box_may_stand_in_front(words: Vocabulary) -> None:
    time = timebox_of("Minute 3-5", 3, words)
    assert time is not None
    assert (time.min_seconds, time.seconds) == (180, 300)
    assert timebox_of("Mile 3-5", 3, words) is None


def test_a_time_in_square_brackets_stands_behind_the_name(words: Vocabulary) -> None:
    assert boxed_time("点火【5分以内】", 1, words) == ("点火", "5分以内")
    assert boxed_time("Boil [within 2 hours]", 1, words) == ("Boil", "within 2 hours")
    assert boxed_time("Boil [the kettle]", 1, words) is None
    assert boxed_time("[within 2 hours]", 1, words) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("First 20 minutes for P1", 1200), ("Die ersten 20 Minuten bei P1", 1200),
     ("Primeros 20 minutos en un P1", 1200), ("Les 20 premières minutes d'un P1", 1200),
     ("最初の20分間の対応", 1200), ("Every 20 minutes for P1", None),
     ("What we do in the first 20 minutes", None), ("The mill in 20 minutes", None)],
)  # fmt: skip
def test_a_title_may_begin_with_its_time_and_say_what_it_is_for(
    text: str, seconds: int | None, words: Vocabulary
) -> None:
    time = first_time(text, 3, words)
    assert (time.seconds if time else None) == seconds


@pytest.mark.parametrize(
    ("text", "seconds", "calendar"),
    [("≤ 20 min for Sev1, ≤ 2 hr for Sev2", 1200, None),
     ("≤ 2 Std für P2; ≤ 30 Min für P1", 1800, None),
     ("within 4 business days for Sev1/2", None, "business_days:4")],
)  # fmt: skip
def test_a_box_for_each_level_is_that_of_the_worst(
    text: str, seconds: int | None, calendar: str | None, words: Vocabulary
) -> None:
    time = timebox_of(text, 3, words)
    assert time is not None
    assert (time.seconds, time.calendar) == (seconds, calendar)


@pytest.mark.parametrize(
    "text", ["S1 and S2", "20 min for S1, when it rains", "two of S1, one of S2"]
)
def test_levels_without_a_time_each_are_no_box(text: str, words: Vocabulary) -> None:
    time = timebox_of(text, 3, words)
    assert time is None or time.seconds == 1200
