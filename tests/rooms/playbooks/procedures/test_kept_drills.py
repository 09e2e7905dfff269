"""Drills that are kept as data in a fence."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.tool_files import TOOL_FILES

DAY = 86400


def drills(
    body: str, words: Vocabulary, heading: str = "House rules", lang: str = "yaml"
) -> list[tuple[str, int, int | None]]:
    text = f"# Mill\n\n## {heading}\n\n```{lang}\n{body}```\n"
    found = compile_playbook(text, words).drills
    return [(one.what, one.every.line, one.every.seconds) for one in found]


@pytest.mark.parametrize("heading", ["House rules", "Drills"])
def test_a_record_for_each_drill(heading: str, words: Vocabulary) -> None:
    body = (
        "drills:\n  - name: Restore the till\n    duration: 2 days\n    frequency: quarterly\n"
        "  - name: Night call\n    every: 3 months\n  - how_often: once a year\n    name: Fire\n"
    )
    assert drills(body, words, heading) == [
        ("Restore the till", 9, 90 * DAY),
        ("Night call", 11, 90 * DAY),
        ("Fire", 12, 365 * DAY),
    ]


def test_how_often_may_stand_behind_the_name_or_above_it(words: Vocabulary) -> None:
    ferry = (
        '{\n  "gameDays": {\n    "Lose the pier": "monthly",\n    "Lose a boat": "weekly"\n  }\n}\n'
    )
    assert drills(ferry, words, lang="json") == [
        ("Lose the pier", 8, 30 * DAY),
        ("Lose a boat", 9, 7 * DAY),
    ]
    assert drills("exercises:\n  quarterly:\n    - restore\n    - night call\n", words) == [
        ("restore", 7, 90 * DAY),
        ("night call", 7, 90 * DAY),
    ]


def test_drills_are_data_in_any_language(words: Vocabulary) -> None:
    ofen = (
        '[[übungen]]\nname = "Rückspielen"\nhäufigkeit = "jährlich"\n\n'
        '[[übungen]]\nname = "Anrufkette"\nhäufigkeit = "alle 3 Monate"\n'
    )
    assert drills(ofen, words, "Hausregeln", "toml") == [
        ("Rückspielen", 8, 365 * DAY),
        ("Anrufkette", 12, 90 * DAY),
    ]
    assert drills("simulacros:\n  restauración: cada trimestre\n", words, "Reglas") == [
        ("restauración", 7, 90 * DAY)
    ]


def test_below_a_heading_about_them_only_practice_counts_below_a_period(words: Vocabulary) -> None:
    body = "Monthly:\n  - Reading of the plan\n  - Call drill\nQuarterly:\n  - Tabletop exercise\n"
    assert drills(body, words, "Drills") == [
        ("Call drill", 6, 30 * DAY),
        ("Tabletop exercise", 9, 90 * DAY),
    ]
    assert drills(body, words) == []


@pytest.mark.parametrize(
    "body",
    [
        "budget:\n  paint: monthly\n  rope: weekly\n",
        "drills:\n  - name: 8 mm\n    length: 2 days\n  - name: 10 mm\n",
        "backups:\n  - name: till\n    frequency: daily\n",
        *TOOL_FILES,
    ],
)
def test_other_data_holds_no_drills(body: str, words: Vocabulary) -> None:
    assert drills(body, words) == []


@pytest.mark.parametrize("body", TOOL_FILES)
def test_what_configures_a_tool_is_no_drill_in_a_chapter_on_them(
    body: str, words: Vocabulary
) -> None:
    assert drills(body + "schedule: weekly\n", words, "Drills") == []
