"""Levels that are taken up again in a chapter about something else, such as whom they go to."""

import pytest

from runcard.domain.playbooks.compile import read_document
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary

TABLE = (
    "# Ferry\n\n## Severity\n\n| Level | Meaning |\n|---|---|\n"
    "| **P1 - Critical** | No boat sails |\n| **P2 - High** | One boat lies still |\n\n"
)
ENGLISH = (
    "## Escalation Paths\n\n### P1 (Critical)\n"
    "- **Time to Acknowledge (TTA)**: 6 minutes\n- **Action**: The bell wakes the deck officer.\n"
    "- **Escalation (no answer in 6 min)**: Pages Mate, then Captain.\n"
    "- **Meeting place**: the wheelhouse\n\n### P2 (High)\n"
    "- **Time to Acknowledge (TTA)**: 20 minutes\n- **Action**: A note goes to `#deck`.\n"
    "- **Escalation**: If it still leaks after 3 hours, escalate to Captain.\n"
)
GERMAN = (
    "## Eskalation\n\n### P1 (kritisch)\n\n**Reaktionszeit:** 6 Minuten\n\n"
    "**Maßnahme:** Glocke läuten\n\n### P2 (hoch)\n\n**Reaktionszeit:** 20 Minuten\n\n"
    "**Maßnahme:** Zettel an die Tafel\n"
)
RUNGS = ENGLISH.replace("(Critical)", "Deck officer").replace("(High)", "Night manager")


def levels(text: str, words: Vocabulary) -> tuple[Severity, ...]:
    return read_document(TABLE + text, words).playbook.severities


def answers(text: str, words: Vocabulary) -> list[int | None]:
    times = (one.acknowledge or one.response for one in levels(text, words))
    return [time and time.seconds for time in times]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (ENGLISH, [360, 1200]),
        (GERMAN, [360, 1200]),
        # Headings named for people are rungs, and fields without a time say nothing of a level.
        (RUNGS, [None, None]),
        (ENGLISH.replace("6 minutes", "soon").replace("20 minutes", "later"), [None, None]),
    ],
)
def test_how_soon_a_level_is_answered_may_stand_below_escalation(
    text: str, seconds: list[int | None], words: Vocabulary
) -> None:
    assert answers(text, words) == seconds
    assert [one.line for one in levels(text, words)] == [7, 8]


def test_what_is_done_and_who_is_called_there_belong_to_the_level(words: Vocabulary) -> None:
    first, second = levels(ENGLISH, words)
    assert [one.text for one in first.escalation] == ["Mate", "Captain"]
    assert [one.text for one in second.escalation] == ["Captain"]
    assert [one.action and one.action.text for one in (first, second)] == [
        "The bell wakes the deck officer.",
        "A note goes to `#deck`.",
    ]


def test_two_times_for_one_promise_stay_two(words: Vocabulary) -> None:
    own = TABLE.replace("Meaning |\n|---|", "Acknowledge |\n|---|")
    own = own.replace("No boat sails", "15 minutes").replace("One boat lies still", "20 minutes")
    (clash,) = read_document(own + ENGLISH, words).facts.clashes
    assert (clash.key, clash.concept) == ("P1", "acknowledge")
    assert {clash.kept.seconds, clash.other.seconds} == {360, 900}


def test_labels_there_are_nobody(words: Vocabulary) -> None:
    chains = read_document(TABLE + ENGLISH, words).playbook.chains
    assert [[step.who for step in chain.steps] for chain in chains] == [
        ["Mate", "Captain"],
        ["Captain"],
    ]
