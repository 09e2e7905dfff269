"""Exercises that are overdue by their own words, in rows and sentences of several languages."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def overdue(line: str, words: Vocabulary) -> bool:
    page = f"# Lock\n\n## Drills\n\n{line}\n"
    return "RC611" in {one.code for one in found_in(page, words)}


@pytest.mark.parametrize(
    ("line", "is_overdue"),
    [
        ("Rope drill: every half year, the last one 2026-03-02.", True),
        ("Rope drill: every half year, the last one 2026-06-16.", False),
        ("Pumpe: jährlich, zuletzt im Mai 2024.", True),
        ("Pumpe: vierteljährlich, zuletzt am 14.07.2026.", False),
        ("Exercice deux fois par an. Le dernier : mars 2025.", True),
        ("Simulacro una vez al año (el último: mayo de 2026).", False),
        ("Simulado: duas vezes por ano, o último em janeiro de 2026.", True),
        ("Prova una volta all'anno, l'ultima in primavera 2023.", True),
        ("避難訓練：年1回（前回は2024年5月）", True),
        ("Rope drill in March and October. Last drill: 3 October 2025.", True),
        ("Rope drill in March and October. Last drill: 3 October 2026.", False),
        ("Rope drill twice a year, never held.", False),
        ("Rope drill, last held in May 2021.", False),
        ("| Drill | How often | Last |\n|---|---|---|\n| Rope | twice a year | never |", True),
        ("| Drill | How often | Last |\n|---|---|---|\n| Rope | yearly | 2026-05 |", False),
    ],
)
def test_an_exercise_is_overdue_when_its_rhythm_has_passed_since_its_last_day(
    line: str, is_overdue: bool, words: Vocabulary
) -> None:
    assert overdue(line, words) is is_overdue


@pytest.mark.parametrize(
    ("line", "is_vague"),
    [
        ("Rope drill: regularly.", True),
        ("Übung am Seil: ab und zu.", True),
        ("Simulacro: de vez en cuando.", True),
        ("Rope drill: regularly, every quarter.", False),
        ("Update the runbooks regularly.", False),
        ("Regelmäßig die Anleitungen aktualisieren.", False),
    ],
)
def test_an_exercise_without_an_interval_can_never_be_late(
    line: str, is_vague: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# Lock\n\n## Drills\n\n{line}\n", words)}
    assert ("RC612" in codes) is is_vague


@pytest.mark.parametrize(
    ("last", "is_overdue"),
    [
        ("**Last updated**: 2025-11-03", False),
        ("**Last reviewed**: 2025-11-03", False),
        ("**Last**: 2025-11-03", True),
        ("**Last drill**: 2025-11-03", True),
    ],
)
def test_the_last_change_of_the_page_is_no_exercise(
    last: str, is_overdue: bool, words: Vocabulary
) -> None:
    assert overdue(f"We pull the rope quarterly.\n\n{last}", words) is is_overdue


@pytest.mark.parametrize(
    ("title", "drill", "is_found"),
    [
        ("Ground rules", "Rope drill every quarter", False),
        ("Best practices", "Rope drill every quarter", False),
        ("Best practices", "Rope drill", True),
        ("Evening", "Rope drill every quarter", False),
        ("Evening drills", "Rope drill every quarter", True),
    ],
)
def test_another_chapter_leaves_the_interval_to_the_chapter_on_exercises(
    title: str, drill: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Exercises\n\n- {drill}\n\n## {title}\n\n- Hold drills regularly\n"
    assert ("RC612" in {one.code for one in found_in(text, words)}) is is_found
