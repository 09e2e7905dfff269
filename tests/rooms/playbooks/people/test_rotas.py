"""Tables of weeks and names, and sentences about who takes over when."""

import pytest

from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.rotas import hand_overs, rows_of_a_rota
from runcard.domain.playbooks.vocabulary import Vocabulary


def section(body: str) -> Section:
    return outline(f"# Ship\n\n## Rota\n\n{body}\n").sections[-1]


@pytest.mark.parametrize(
    ("first", "second"),
    [("2026-03-02", "2026-03-09"), ("2 Mar", "9 Mar"), ("KW 10", "KW 11"), ("Woche A", "Woche B"),
     ("2.–8. März", "9.–15. März"), ("1–7 mayo", "8–14 mayo"), ("January", "February"),
     ("3月2日", "3月9日"), ("第10周", "第11周")],
)  # fmt: skip
def test_rows_that_begin_with_a_date(first: str, second: str, words: Vocabulary) -> None:
    table = f"| From | Who |\n|---|---|\n| {first} | Ada |\n| {second} | Bo |"
    assert len(rows_of_a_rota(section(table), words)) == 2


def test_rows_below_a_head_that_says_week(words: Vocabulary) -> None:
    table = "| Semaine | Titulaire |\n|---|---|\n| S10 | Ada |\n| S11 | Bo |"
    assert len(rows_of_a_rota(section(table), words)) == 2


def test_lines_of_a_fence(words: Vocabulary) -> None:
    fence = "```\nKW 10   Ada / Bo\nKW 11   Bo / Cy\n```"
    assert [line.line for line in rows_of_a_rota(section(fence), words)] == [6, 7]


@pytest.mark.parametrize(
    "table",
    ["| Sail | Size |\n|---|---|\n| Jib | 12 |\n| Main | 30 |",
     "| From | Who |\n|---|---|\n| 2 Mar | Ada |\n| later | Bo |",
     "| From | Who |\n|---|---|\n| 2 Mar | Ada |"],
)  # fmt: skip
def test_other_tables_are_no_rota(table: str, words: Vocabulary) -> None:
    assert rows_of_a_rota(section(table), words) == []


def test_a_turn_with_its_day(words: Vocabulary) -> None:
    body = "One week each, hand-over on Tuesday at 10:00. The log is on the bridge."
    assert [one.text for one in hand_overs(section(body), words)] == [
        "One week each, hand-over on Tuesday at 10:00.",
    ]
    listed = "- Eine Woche, Wechsel montags\n- Das Logbuch liegt auf der Brücke"
    assert [one.text for one in hand_overs(section(listed), words)] == [
        "Eine Woche, Wechsel montags",
    ]


def test_a_paragraph_of_weeks_and_names(words: Vocabulary) -> None:
    turns = "Sprint 4: Ada and Bo\nSprint 5: Cy and Di"
    assert [row.text for row in rows_of_a_rota(section(turns), words)] == turns.split("\n")
    assert rows_of_a_rota(section(f"{turns}\nThe captain never."), words) == []
