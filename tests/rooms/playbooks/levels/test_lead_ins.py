"""A list below the table of levels adds what the line above it names, and defines nothing anew."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary

TABLE = (
    "# Tea\n\n## Severity levels\n\n| Level | What | Response |\n|---|---|---|\n"
    "| P1 | no tea | 5 min |\n| P2 | weak tea | 1 h |\n\n"
)


def levels(body: str, words: Vocabulary) -> tuple[Severity, ...]:
    return compile_playbook(TABLE + body, words).severities


@pytest.mark.parametrize(
    "label", ["**Who is told:**", "Informiert werden:", "Quién es informado:", "通知対象："]
)
def test_who_is_told_below_a_label(label: str, words: Vocabulary) -> None:
    found = levels(f"{label}\n\n- P1: the guests\n- P2: the cook\n", words)
    assert [one.communication and one.communication.text for one in found] == [
        "the guests",
        "the cook",
    ]
    assert [one.definition and one.definition.text for one in found] == ["no tea", "weak tea"]


def test_rhythms_and_repairs_below_labels(words: Vocabulary) -> None:
    found = levels(
        "Updates:\n\n- P1: every 20 minutes\n- P2: daily\n\n"
        "Resolve within:\n\n- P1: 2 hours\n- P2: 1 day\n",
        words,
    )
    assert [one.cadence and one.cadence.seconds for one in found] == [1200, 86400]
    assert [one.resolution and one.resolution.seconds for one in found] == [7200, 86400]
    assert [one.response and one.response.seconds for one in found] == [300, 3600]


NESTED = "# Lift\n\n## What to do\n\n1. Stop the cabins.\n2. {lead}\n{levels}3. Call the smith.\n"
RANKS = (
    "   - **Critical**: a cabin hangs\n   - **High**: guests wait at the top\n"
    "   - **Low**: a door is loud\n"
)


@pytest.mark.parametrize(
    "lead", ["Judge the severity:", "**Assign a priority**:", "Schweregrad festlegen:"]
)
def test_levels_may_stand_in_the_step_that_gives_one(lead: str, words: Vocabulary) -> None:
    found = compile_playbook(NESTED.format(lead=lead, levels=RANKS), words).severities
    assert [(one.key, one.line, one.definition and one.definition.text) for one in found] == [
        ("Critical", 7, "a cabin hangs"),
        ("High", 8, "guests wait at the top"),
        ("Low", 9, "a door is loud"),
    ]


@pytest.mark.parametrize(
    ("lead", "levels"),
    [
        ("Judge the severity:", "   - **Reach**: how many cabins?\n   - **Depth**: how high up?\n"),
        ("Read the wind at the top station:", RANKS.replace("Critical", "Strong")),
        ("Judge the severity, then go on.", RANKS),
    ],
)
def test_questions_and_readings_in_a_step_are_no_levels(
    lead: str, levels: str, words: Vocabulary
) -> None:
    assert compile_playbook(NESTED.format(lead=lead, levels=levels), words).severities == ()


def test_levels_with_a_place_of_their_own_go_before_those_of_a_step(words: Vocabulary) -> None:
    table = "## Severity\n\n| Level | Definition |\n|---|---|\n| P1 | no rides |\n| P2 | a wait |\n"
    step = NESTED.format(lead="Give it a priority:", levels="   - P1: all hands\n   - P2: two\n")
    found = compile_playbook(f"{step}\n{table}", words).severities
    assert [one.definition and one.definition.text for one in found] == ["no rides", "a wait"]
