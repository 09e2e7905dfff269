"""Sentences that let a page wait, beside what the levels promise."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

ENGLISH = (
    "# Lock\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    "| P1 | gate stuck | 10 minutes |\n| P2 | lamp out | 2 hours |\n\n## What to do\n\n"
)
GERMAN = (
    "# Schleuse\n\n## Stufen\n\n- **Stufe 1**: Tor klemmt. Reaktion: 10 Minuten.\n"
    "- **Stufe 2**: Lampe aus. Reaktion: 2 Stunden.\n\n## Ablauf\n\n"
)


def told(text: str, words: Vocabulary) -> list[str]:
    return [one.code for one in found_in(text, words) if one.code in {"RC104", "RC105"}]


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("1. Acknowledge the page within 30 minutes.", ["RC105"]),
        ("1. Acknowledge the page within 10 minutes.", []),
        ("1. Acknowledge the page (P1: within 30 minutes).", ["RC105"]),
        ("1. Acknowledge the page (P2: within 30 minutes).", []),
        ("1. The first message leaves within 30 minutes of the acknowledgement.", []),
        ("1. If nobody acknowledges the page for 5 minutes, ring the mate.", []),
        ("1. For P1, respond within 30 minutes.", ["RC104"]),
        ("1. For P2, respond within 30 minutes.", []),
        ("1. Respond within 30 minutes to the harbour.", []),
        ("1. Keep watching for 30 minutes.", []),
    ],
)
def test_a_sentence_beside_a_table(said: str, codes: list[str], words: Vocabulary) -> None:
    assert told(f"{ENGLISH}{said}\n", words) == codes


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("- Der Schleusenwärter quittiert binnen 20 Minuten.", ["RC105"]),
        ("- Bei Stufe 1 innerhalb von 20 Minuten reagieren.", ["RC104"]),
        ("- Bei Stufe 2 innerhalb von 20 Minuten reagieren.", []),
    ],
)
def test_a_step_beside_bullets(said: str, codes: list[str], words: Vocabulary) -> None:
    assert told(f"{GERMAN}{said}\n", words) == codes


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("P2 is responded to within 40 minutes; later it is P1.", ["RC104"]),
        ("P2 is responded to within 2 hours; later it is P1.", []),
        ("P2 that nobody answers within 30 minutes becomes a P1.", []),
        ("P1 and P2 are responded to within 10 minutes.", []),
    ],
)
def test_a_shorter_time_in_the_escalation(said: str, codes: list[str], words: Vocabulary) -> None:
    text = ENGLISH.replace("## What to do", "## Escalation")
    assert told(f"{text}{said}\n", words) == codes


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("1. Acknowledge the letter within 24 hours.", []),
        ("1. Acknowledge the page within 23 hours.", ["RC105"]),
        ("- Acknowledgement to first word: 30 minutes", []),
    ],
)
def test_a_confirmation_that_is_none_of_a_page(
    said: str, codes: list[str], words: Vocabulary
) -> None:
    assert told(f"{ENGLISH}{said}\n", words) == codes


def test_a_chapter_of_figures_orders_nothing(words: Vocabulary) -> None:
    text = ENGLISH.replace("## What to do", "## Metrics")
    assert told(f"{text}- Acknowledged on average in 30 minutes\n", words) == []


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("1. Acknowledge the page within 5 minutes.", False),
        ("1. Quittiert den Alarm innerhalb von 5 Minuten.", False),
        ("1. Acknowledge the page of a P1 within 5 minutes.", True),
        ("1. If nobody acknowledges the page for 5 minutes, ring the mate.", True),
    ],
)
def test_a_time_for_every_page_is_one_for_every_level(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Lock\n\n## Severity levels\n\n| Level | Definition | First response |\n|---|---|---|\n"
        "| P1 | gate stuck | |\n| P2 | lamp out | |\n"
        f"| P3 | rust | 2 days |\n\n## What to do\n\n{said}\n"
    )
    assert ("RC101" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Acknowledge every page within 5 minutes.", False),
        ("Den Alarm innerhalb von 20 Minuten quittieren.", False),
        ("Acknowledge every page within 40 minutes.", True),
        ("If nobody acknowledges the page for 5 hours, ring the mate.", True),
    ],
)
def test_who_has_answered_by_then_is_not_passed_over(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    chain = "## Escalation\n\n1. Keeper\n2. Head keeper (after 20 minutes)\n\n"
    text = ENGLISH.replace("10 minutes", "45 minutes").replace("## What", f"{chain}## What")
    assert ("RC307" in {one.code for one in found_in(f"{text}{said}\n", words)}) is is_found
