"""Chains are read from lists, tables, sentences and drawings, with their conditions and waits."""

import pytest

from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.escalations import chain_step, chains_of, triggers_of
from runcard.domain.playbooks.vocabulary import Vocabulary

STEPS = [
    ("**Bosun** (if not acknowledged in 12 min)", "Bosun", "if not acknowledged in 12 min", 720),
    ("**Mate**: [contact] - for storms", "Mate", "for storms", None),
    ("Captain – after 1 hour", "Captain", "after 1 hour", 3600),
    ("Owner (more than 2 hours)", "Owner", "more than 2 hours", 7200),
    ("Cook", "Cook", None, None),
    ("Pilot silent for 9 minutes: harbour master", "harbour master",
     "Pilot silent for 9 minutes", 540),
    ("Bosun: after 9 minutes", "Bosun", "after 9 minutes", 540),
]  # fmt: skip


def read(text: str, words: Vocabulary) -> list[list[tuple[str, str | None, int | None]]]:
    chains = chains_of(outline(text), words)
    return [
        [(step.who, step.condition, step.after.seconds if step.after else None) for step in c.steps]
        for c in chains
    ]


@pytest.mark.parametrize(("text", "who", "condition", "seconds"), STEPS)
def test_a_step_tells_who_when_and_after_how_long(
    text: str, who: str, condition: str | None, seconds: int | None, words: Vocabulary
) -> None:
    step = chain_step(text, 1, words)
    assert step is not None
    assert (step.who, step.condition) == (who, condition)
    assert (step.after and step.after.seconds) == seconds


def test_a_sentence_is_no_name(words: Vocabulary) -> None:
    assert chain_step("Look at the sea and then go home.", 1, words) is None


def test_a_window_begins_at_its_lower_bound(words: Vocabulary) -> None:
    text = "## Escalation\n\n| Tier | Who | Time |\n|---|---|---|\n| 1 | Bosun | 0-10 min |\n"
    assert read(text + "| 2 | Captain | 10-30 min |\n", words) == [
        [("Bosun", "0-10 min", None), ("Captain", "10-30 min", 600)]
    ]


def test_a_column_of_times_is_the_wait_whatever_its_head_says(words: Vocabulary) -> None:
    text = "## Escalation\n\n| Step | Person | Silence allowed |\n|---|---|---|\n"
    rows = "| 1 | Bosun | 5 minutes |\n| 2 | Mate | 10 minutes |\n| 3 | Captain | – |\n"
    assert read(text + rows, words) == [
        [("Bosun", "5 minutes", 300), ("Mate", "10 minutes", 600), ("Captain", None, None)]
    ]


def test_a_drawing_is_read_along_its_arrows(words: Vocabulary) -> None:
    text = "## Escalation\n\n```\nBosun --(5 min)--> Mate\n  |\n  | (1 h)\n  v\nCaptain\n```\n"
    assert read(text, words) == [
        [("Bosun", None, None), ("Mate", "5 min", 300), ("Captain", "1 h", 3600)]
    ]


def test_escalation_inside_a_runbook_is_no_chain_of_people(words: Vocabulary) -> None:
    text = "## Runbooks\n\n### Leak\n\n#### Escalation\n\n1. Pump harder\n2. Call a tug\n"
    assert read(text, words) == []


def test_bullets_under_when_to_escalate_are_triggers_and_no_chain(words: Vocabulary) -> None:
    page = outline("## When to Escalate\n\n- Water in the hold\n- The mast is down\n")
    assert [text.text for text in triggers_of(page, words)] == [
        "Water in the hold",
        "The mast is down",
    ]
    assert chains_of(page, words) == ()
