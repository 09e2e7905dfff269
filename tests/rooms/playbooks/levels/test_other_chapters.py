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


MEANT = (
    "# Dyke\n\n## Escalation path\n\n| Severity | Condition | Response time | {} |\n"
    "|---|---|---|---|\n| S1 - Flood | Water in the street | 5 min | {} |\n"
    "| S2 - Leak | One wet wall | 2 h | {} |\n"
)
GEMEINT = (
    "# Deich\n\n## Eskalation\n\n| Stufe | Bedeutung | Reaktionszeit |\n|---|---|---|\n"
    "| S1 - Flut | Wasser in der Straße | 5 min |\n| S2 - Leck | Eine Wand ist nass | 2 h |\n"
)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        (
            MEANT.format("Action", "Ring the bell", "Fetch sand"),
            ["Water in the street", "One wet wall"],
        ),
        (GEMEINT, ["Wasser in der Straße", "Eine Wand ist nass"]),
        # Beside people it is a table of calls, and without a time one of cases.
        (MEANT.format("Who", "Dyke reeve", "Watchman"), []),
        (GEMEINT.replace("Reaktionszeit", "Werkzeug"), []),
    ],
)
def test_a_table_of_what_levels_mean_and_how_soon_is_one_anywhere(
    text: str, means: list[str], words: Vocabulary
) -> None:
    found = read_document(text, words).playbook.severities
    assert [one.definition and one.definition.text for one in found] == means


MATRIX = (
    "## {0}\n\n| {1} |\n|---|---|---|---|\n| **P1** | < 5 min | {2} |\n| **P2** | < 2 h | {3} |\n"
)
HEADS = "Severity | Response Time | Notify | Approval"


@pytest.mark.parametrize(
    ("text", "called"),
    [
        (
            MATRIX.format(
                "Escalation Matrix", HEADS, "Duty officer + Captain | by bell", "Captain | none"
            ),
            [["Duty officer", "Captain"], ["Captain"]],
        ),
        (
            MATRIX.format(
                "Eskalation",
                "Stufe | Reaktionszeit | Benachrichtigung | Boot",
                "Teamleitung, Maat | beide",
                "Teamleitung | keines",
            ),
            [["Teamleitung", "Maat"], ["Teamleitung"]],
        ),
        # A channel is told and not called.
        (
            MATRIX.format("Escalation Matrix", HEADS, "`#deck` | by bell", "`#hold` | none"),
            [[], []],
        ),
    ],
)
def test_a_matrix_adds_how_soon_and_who_is_called(
    text: str, called: list[list[str]], words: Vocabulary
) -> None:
    found = levels(text, words)
    assert [[one.text for one in level.escalation] for level in found] == called
    assert [one.response and one.response.seconds for one in found] == [300, 7200]
    assert [one.line for one in found] == [7, 8]


ANSWERED = (
    "| Severity | Response time | Notification |\n|---|---|---|\n"
    "| P1 – Critical (no boat sails) | 6 minutes | Captain, Owner |\n"
    "| P2 – High (one boat lies still) | 20 minutes | Captain |\n\n"
)
KEPT = (
    "| Severity | Kept for |\n|---|---|\n| P1 – Critical | 7 years |\n| P2 – High | 5 years |\n\n"
)
MEANT = "| Severity | Meaning |\n|---|---|\n| P1 | No boat sails |\n| P2 | One lies still |\n\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [(f"## Escalation matrix\n\n{ANSWERED}", 5),
     (f"## Escalation matrix\n\n{ANSWERED}## Logs of each\n\n{KEPT}", 5),
     (f"## Levels\n\n{MEANT}## Escalation matrix\n\n{ANSWERED}", 5),
     (f"## Escalation matrix\n\n{ANSWERED}## Levels\n\n{MEANT}", 12)],
)  # fmt: skip
def test_whom_each_level_goes_to_defines_them_where_nothing_else_does(
    text: str, line: int, words: Vocabulary
) -> None:
    playbook = read_document(f"# Ferry\n\n{text}", words).playbook
    assert playbook.severity_line == line
