"""Where a document defines its levels: by what stands there, whatever the heading says."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook, read_document
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("heading", "is_read"), [("Overview", True), ("Quick reference", True), ("Contacts", False)]
)
def test_a_table_of_levels_is_one_below_a_heading_that_says_nothing(
    heading: str, is_read: bool, words: Vocabulary
) -> None:
    table = (
        "| Severity | Answer |\n|---|---|\n| **S1 - Flood** | 5 min |\n| **S2 - Leak** | 1 h |\n"
    )
    playbook = read_document(f"# Lock\n\n## {heading}\n\n{table}", words).playbook
    assert bool(playbook.severities) is is_read


@pytest.mark.parametrize(
    ("heads", "levels"),
    [
        (("S1 - Flood", "S2 - Leak", "S2 - Leak"), ["S1", "S2"]),
        # Cases, each with a level: no list of levels.
        (("S1 - Flood", "S2 - Leak", "S2 - Smell"), []),
    ],
)
def test_a_level_that_was_pasted_twice_is_one(
    heads: tuple[str, ...], levels: list[str], words: Vocabulary
) -> None:
    said = "".join(f"### {head}\n\n- **Answer time**: 5 min\n\n" for head in heads)
    playbook = read_document(f"# Lock\n\n## Severity\n\n{said}", words).playbook
    assert [one.key for one in playbook.severities] == levels


def test_a_table_above_headings_of_the_same_levels_defines_them(words: Vocabulary) -> None:
    text = (
        "# Tea\n\n## Severity\n\n### Matrix\n\n| Severity | Meaning |\n|---|---|\n"
        "| SEV1 | no tea |\n| SEV2 | weak tea |\n\n"
        "### SEV1: Cold\n\n**Examples:**\n- Kettle gone\n\n"
        "### SEV2: Weak\n\n**Examples:**\n- Old leaves\n"
    )
    found = compile_playbook(text, words).severities
    assert [one.line for one in found] == [9, 10]


def test_times_below_a_heading_for_them_in_a_chapter_on_people(words: Vocabulary) -> None:
    text = (
        "# Tea\n\n## Contacts & escalation\n\n### Severity levels\n\n- **P0:** no tea\n"
        "- **P1:** weak tea\n\n### Response times\n\n- **P0:** 5 minutes\n- **P1:** 1 hour\n"
    )
    found = compile_playbook(text, words)
    assert [one.response and one.response.seconds for one in found.severities] == [300, 3600]
    assert found.chains == ()


def test_a_rank_in_bold_is_the_name_and_a_sentence_what_it_means(words: Vocabulary) -> None:
    text = (
        "# Tea\n\n## Niveles\n\n- **S1 – Crítico.** No hay té.\n  - Respuesta en 5 minutos.\n"
        "- **S2 – the tea runs into the street.** It is weak.\n  - Respuesta en 15 minutos.\n"
    )
    first, second = compile_playbook(text, words).severities
    assert (first.name, second.name) == ("Crítico", None)
    assert first.definition is not None
    assert first.definition.text == "No hay té."


ORDERS = """# Bakery

## Severity

| Severity | Description |
|---|---|
| S1 | No bread at all |
| S2 | Bread late |

## Escalate or bake on

| Severity | Action |
|---|---|
| S1 | Wake the master baker. Stop the vans. |
| S2 | Bake on and write it down. |
"""


def test_what_to_do_at_each_level_may_stand_in_a_step_of_escalation(words: Vocabulary) -> None:
    levels = compile_playbook(ORDERS, words).severities
    assert [level.action and level.action.text for level in levels] == [
        "Wake the master baker. Stop the vans.",
        "Bake on and write it down.",
    ]


def test_a_column_of_people_beside_it_makes_it_a_table_of_calls(words: Vocabulary) -> None:
    page = ORDERS.replace("| Action |\n|---|---|", "| Contact | Action |\n|---|---|---|")
    page = page.replace("| Wake", "| Ada | Wake").replace("| Bake on", "| Bo | Bake on")
    assert all(level.action is None for level in compile_playbook(page, words).severities)


STEPS = (
    "# Lock\n\n## First hour\n\n1. **Close the gate**\n2. **{}**\n"
    "   - 🔴 **{}:** water in the hall\n   - 🟡 **{}:** one wet wall\n3. **Fetch sand**\n"
)


@pytest.mark.parametrize(
    ("step", "names", "keys"),
    [
        ("Judge the severity", ("CRITICAL", "MEDIUM"), ["CRITICAL", "MEDIUM"]),
        ("Schweregrad bestimmen", ("S1", "S2"), ["S1", "S2"]),
        ("Open the drawer", ("High", "Low"), []),
        ("Judge the severity", ("Pump", "Gauge"), []),
    ],
)
def test_levels_nested_in_a_step_that_asks_for_them(
    step: str, names: tuple[str, str], keys: list[str], words: Vocabulary
) -> None:
    playbook = read_document(STEPS.format(step, *names), words).playbook
    assert [one.key for one in playbook.severities] == keys
