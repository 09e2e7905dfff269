"""Stretches of an incident's time at the head of a text."""

import pytest

from runcard.domain.playbooks.procedures.windows import timebox_of, window_of
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "found"),
    [("0–5 min: look", (0, 300, "look")), ("5 - 20 Minuten – Eindämmen", (300, 1200, "Eindämmen")),
     ("(0-10 min) look", (0, 600, "look")), ("0 à 10 min : regarder", (0, 600, "regarder")),
     ("0〜5分：見る", (0, 300, "見る")), ("Minuto 10–30. Cortar", (600, 1800, "Cortar"))],
)  # fmt: skip
def test_a_window_and_what_stands_behind_it(
    text: str, found: tuple[int, int, str], words: Vocabulary
) -> None:
    window = window_of(text, 3, words)
    assert window is not None
    assert (window.time.min_seconds, window.time.seconds, window.rest) == found


@pytest.mark.parametrize(
    "text",
    ["", "Look (5 min)", "5 min: look", "Phase 1–2: look", "2024-25 review", "Call 10-20 now"],
)
def test_other_figures_are_no_window(text: str, words: Vocabulary) -> None:
    assert window_of(text, 3, words) is None


def test_a_time_box_may_name_the_level_it_is_for(words: Vocabulary) -> None:
    time = timebox_of("P1: 20 min", 3, words)
    assert time is not None
    assert time.seconds == 1200
    assert timebox_of("with Ada", 3, words) is None
