"""The lines of a section that tell hours, in every form in which they are written."""

import pytest

from runcard.domain.playbooks.page.blocks import tables
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.duty_lines import (
    heads_are_hours,
    led_lists,
    lines_of_hours,
    tells_hours,
    tells_when,
)
from runcard.domain.playbooks.vocabulary import Vocabulary


def lines(body: str, words: Vocabulary) -> list[str]:
    section = outline(f"# Ship\n\n## Duty\n\n{body}\n").sections[-1]
    return [line.text for line in lines_of_hours(section, {}, words)]


def test_of_running_text_each_sentence_with_a_clock(words: Vocabulary) -> None:
    body = "The bosun has the deck from 06:00 to 22:00. He likes tea. At 22:00 the mate comes."
    assert lines(body, words) == [
        "The bosun has the deck from 06:00 to 22:00.", "At 22:00 the mate comes.",
    ]  # fmt: skip


def test_a_table_of_times_and_days_without_clocks_in_most_rows(words: Vocabulary) -> None:
    head = "| When | Who |\n|---|---|\n"
    rows = "| Weekdays 7–19 h | desk |\n| Nights | bosun |\n| Holidays | bosun |"
    assert len(lines(head + rows, words)) == 3
    phones = "| Bosun | +44 1632 960118 (24/7) |\n| Cook | +44 1632 960119 |\n| Agent | mail |"
    assert lines("| Who | How |\n|---|---|\n" + phones, words) == []


def test_hours_may_be_the_heads_of_the_columns(words: Vocabulary) -> None:
    body = "| Day | 00–12 | 12–24 |\n|---|---|---|\n| Mo–Fr | Ada | Bo |\n| Sa | Bo | Ada |"
    assert len(lines(body, words)) == 2
    section = outline(f"# S\n\n## D\n\n{body}\n").sections[-1]
    (table,) = tables(section)
    assert heads_are_hours(table)


@pytest.mark.parametrize("said", ["Nights: bosun", "Feiertags der Maat", "Les nuits", "土日祝"])
def test_a_part_of_the_week_says_when(said: str, words: Vocabulary) -> None:
    assert tells_when(said, words)
    assert not tells_when("the bosun", words)


def test_shifts_by_their_bare_hours(words: Vocabulary) -> None:
    assert tells_hours("The deck works in three shifts (6-14, 14-22, 22-6).", words)
    assert tells_hours("Drei Schichten: 6–14, 14–22, 22–6.", words)
    assert not tells_hours("See pages 6-14, 14-22 of the log.", words)


def test_a_list_below_a_sentence_with_a_clock(words: Vocabulary) -> None:
    text = "# S\n\n## D\n\nFrom 08:00 to 17:00 the desk. Otherwise:\n\n- the bosun\n- the mate\n"
    (led,) = led_lists(outline(text).sections[-1], words).values()
    assert [item.text for item in led] == ["the bosun", "the mate"]


def test_a_column_of_hours_may_also_say_for_which_level(words: Vocabulary) -> None:
    rows = (
        "| Bosun | 24/7, a week each |\n| Mate | 24/7, a week each |\n| Captain | P1 only |\n"
        "| Owner | fire only |\n| Press | P1 by day |\n"
    )
    table = f"| Role | Hours |\n|---|---|\n{rows}"
    section = outline(f"# S\n\n## On call\n\n{table}").sections[-1]
    assert [line.line for line in lines_of_hours(section, {}, words)] == [7, 8, 9, 10, 11]
    other = outline(f"# S\n\n## On call\n\n{table.replace('Hours', 'Boat')}").sections[-1]
    assert [*lines_of_hours(other, {}, words)] == []


@pytest.mark.parametrize(
    ("head", "cells", "count"),
    [
        ("Role | Who | Hours", ("24/7", "in a storm"), 2),
        ("Rolle | Wer | Dienstzeiten", ("24/7", "bei Sturm"), 2),
        ("Role | Who | Hours", ("always", "in a storm"), 0),
        ("Role | Who | Available", ("24/7", "in a storm"), 0),
    ],
)
def test_a_column_of_hours_beside_parts_tells_when_they_are_on(
    head: str, cells: tuple[str, str], count: int, words: Vocabulary
) -> None:
    rows = "".join(f"| Mate | rota | {cell} |\n" for cell in (*cells, "on demand"))
    text = f"# S\n\n## Rota\n\n| {head} |\n|---|---|---|\n{rows}"
    found = list(lines_of_hours(outline(text).sections[-1], {}, words))
    assert len(found) == (count and count + 1)


@pytest.mark.parametrize(
    ("said", "is_kept"),
    [("At night and on Sundays one of us is on call, hand-over on Monday at 09:30.", True),
     ("La nuit, l'astreinte tourne chaque semaine et la relève se fait le lundi à 9 h 30.", True),
     ("Nachts hat eine von uns Bereitschaft, Übergabe montags um 9:30 Uhr.", True),
     ("Hand-over is on Monday at 09:30, also on holidays.", False),
     ("La relève de l'astreinte se fait le lundi à 9 h 30.", False)],
)  # fmt: skip
def test_who_has_duty_may_be_told_before_the_hand_over(
    said: str, is_kept: bool, words: Vocabulary
) -> None:
    body = f"The bosun has the deck from 06:00 to 22:00. {said}"
    assert (said in lines(body, words)) is is_kept


@pytest.mark.parametrize(
    "said",
    [
        "The watch changes on Monday at 10:00.",
        "From 15:00-19:00 nobody paints the deck.",
        "当番の交代は月曜 10:00。15:00〜19:00 は塗装をしない。",
    ],
)
def test_beside_a_list_of_hours_other_clocks_are_no_duty(said: str, words: Vocabulary) -> None:
    entries = ["Mon-Fri 09:00-17:30: bosun", "Mon-Fri 17:30-09:00: mate", "Sundays: mate"]
    listed = "".join(f"- {one}\n" for one in entries)
    assert lines(f"{said}\n\n{listed}\n{said}", words) == entries


def test_a_sentence_broken_over_two_lines_is_one(words: Vocabulary) -> None:
    body = "The bosun has the watch from 06:00 to\n18:00. The mate is on duty from 18:00 to\n06:00."
    assert lines(body, words) == [
        "The bosun has the watch from 06:00 to 18:00.",
        "The mate is on duty from 18:00 to 06:00.",
    ]
