"""One level, told with its definition and told otherwise further down."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

ENGLISH = (
    "# Lock\n\n## Severity levels\n\n### S1 – gates stuck\n\n- Reaction: 10 minutes, 24/7\n"
    "- First notice to skippers: 30 minutes\n- Updates: every 30 minutes\n\n### S2 – lamp out\n\n"
    "- Reaction: 30 minutes, 24/7\n- First notice to skippers: 60 minutes\n"
    "- Updates: every 2 hours\n\n## Rules\n\n"
)
GERMAN = (
    "# Schleuse\n\n## Störungsklassen\n\n| Klasse | Beschreibung | Reaktionszeit | Zeitraum |"
    " Information |\n|---|---|---|---|---|\n"
    "| A | Tor klemmt | 10 Minuten | rund um die Uhr | alle 20 Minuten |\n"
    "| B | Lampe aus | 40 Minuten | rund um die Uhr | alle 3 Stunden |\n\n## Nachbereitung\n\n"
)


def told(text: str, words: Vocabulary, *codes: str) -> list[str]:
    return [one.code for one in found_in(text, words) if one.code in codes]


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("The first notice to skippers for S1: 45 minutes.", True),
        ("The first notice to skippers for S1: 30 minutes.", False),
        ("The first notice to skippers: 45 minutes.", False),
        ("The notice to the mayor for S1: 45 minutes.", False),
    ],
)
def test_a_time_with_the_same_name(said: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(told(ENGLISH + said, words, "RC104")) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("From 23 to 6 only S1 wakes the pilot.", True),
        ("At night only S1 wakes the pilot.", True),
        ("At night only S1 and S2 wake the pilot, the phone pages.", False),
        ("Only S1 pages the harbour master.", False),
    ],
)
def test_the_hours_of_a_level(said: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(told(ENGLISH + said, words, "RC104")) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Bei Klasse B stündlich den Hafen informieren.", True),
        ("Bei Klasse B alle 3 Stunden den Hafen informieren.", False),
        ("Bei Klasse B stündlich die Kunden informieren.", False),
        ("Stündlich den Hafen informieren.", False),
    ],
)
def test_the_rhythm_of_a_level(said: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(told(GERMAN + said, words, "RC203")) is is_found


def test_only_one_level_at_night_in_german(words: Vocabulary) -> None:
    assert told(f"{GERMAN}Nachts weckt nur Klasse A die Bereitschaft.", words, "RC104")


@pytest.mark.parametrize(
    ("worse", "lighter", "is_found"),
    [("4 hours", "2 hours", True), ("2 hours", "4 hours", False), ("2 hours", "2 hours", False)],
)
def test_the_worse_level_has_the_shorter_time(
    worse: str, lighter: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        f"# Lock\n\n## Levels\n\n**S1 – gate stuck.** Response: 9 minutes. Way round: {worse}.\n\n"
        f"**S2 – lamp out.** Response: 30 minutes. Way round: {lighter}.\n"
    )
    assert bool(told(text, words, "RC124")) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("After S1 and S2 a review is held. No review is needed for S2.", True),
        ("After S1 a review is held. No review is needed for S2.", False),
        ("After S1 and S2 a review is held. No call is needed for S2.", False),
    ],
)
def test_a_review_or_none(said: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(told(ENGLISH + said, words, "RC606")) is is_found


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Updates for S1: every 45 minutes.", ["RC203"]),
        ("Tell the skippers of S1 every 2 hours. Updates: every 2 hours.", ["RC203"]),
        ("The reaction for S1 is 25 minutes.", ["RC104"]),
        ("First notice to skippers for S1: 45 minutes.", ["RC104"]),
    ],
)
def test_two_rhythms_of_one_level_are_told_once(
    said: str, expected: list[str], words: Vocabulary
) -> None:
    assert told(f"{ENGLISH}- {said}\n", words, "RC104", "RC203") == expected
