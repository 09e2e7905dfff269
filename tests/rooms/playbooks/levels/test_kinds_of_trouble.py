"""Kinds of trouble that are counted like levels are runbooks; levels stay levels."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LABELS = (
    "**Severity**: High (the shop waits)\n\n**Detection**:\n\n- the lamp is out\n\n"
    "**Immediate action**:\n\n1. Close the gas\n2. Air the room\n\n"
    "**Recovery**:\n\n```sh\novenctl light\n```\n"
)
HEADINGS = (
    "#### Detection\n\n- the lamp is out\n\n#### First actions\n\n1. Close the gas\n2. Air\n\n"
    "#### Resolution\n\n1. Call the fitter\n2. Bake\n"
)
LISTED = (
    "- **Severity:** High\n- **Immediate steps:**\n  1. Close the gas\n  2. Air\n"
    "- **Recovery:**\n  1. Call the fitter\n  2. Bake\n"
)
GERMAN = (
    "**Erkennung:**\n\n- die Lampe ist aus\n\n**Sofortmaßnahmen:**\n\n1. Gas zu\n2. Lüften\n\n"
    "**Behebung:**\n\n1. Monteur rufen\n2. Backen\n"
)


def understood(heading: str, names: tuple[str, str], body: str, words: Vocabulary) -> list[str]:
    """The levels, then the runbooks."""
    sections = "".join(f"### {name}\n\n{body}\n" for name in names)
    found = compile_playbook(f"# Bakery\n\n## {heading}\n\n{sections}", words)
    levels = [f"level {one.key}" for one in found.severities]
    return [*levels, *(one.title for one in found.runbooks)]


@pytest.mark.parametrize(
    ("heading", "names", "body"),
    [("Incident classes", ("Class 1: Oven cold", "Class 2: Dough sour"), LABELS),
     ("Categories", ("Category A: Oven cold", "Category B: Dough sour"), HEADINGS),
     ("Incident categories", ("Category 1 – Oven cold", "Category 2 – Dough sour"), LISTED),
     ("Störungsklassen", ("Klasse 1: Ofen kalt", "Klasse 2: Teig sauer"), GERMAN)],
)  # fmt: skip
def test_what_is_worked_off_is_no_level(
    heading: str, names: tuple[str, str], body: str, words: Vocabulary
) -> None:
    assert understood(heading, names, body, words) == list(names)


def test_a_number_is_no_severity(words: Vocabulary) -> None:
    text = f"# Bakery\n\n## Incident classes\n\n### Class 1: Oven cold\n\n{LABELS}\n"
    text += f"### Class 2: Dough sour\n\n{LABELS.replace('High (the shop waits)', 'it depends')}"
    books = compile_playbook(text, words).runbooks
    assert [one.severity for one in books] == ["High", None]


@pytest.mark.parametrize(
    "names", [("SEV1: All ovens cold", "SEV2: One oven cold"), ("Level 1: All", "Level 2: One")]
)
def test_what_promises_an_answer_is_a_level(names: tuple[str, str], words: Vocabulary) -> None:
    body = f"**Response time**: 15 minutes\n\n{LABELS}"
    found = understood("Incident levels", names, body, words)
    assert [one for one in found if one.startswith("level")] == [
        f"level {name.split(':')[0]}" for name in names
    ]


def test_what_is_named_as_a_level_is_one(words: Vocabulary) -> None:
    parts = "**Immediate actions:**\n\n1. page\n2. open\n\n**Resolution:**\n\n1. fix\n2. write\n"
    names = ("Level 1: Critical", "Level 2: High")
    assert understood("Severity levels", names, parts, words) == ["level Level 1", "level Level 2"]


def test_examples_alone_make_no_trouble(words: Vocabulary) -> None:
    body = "**Examples:**\n\n- the hall is shut\n\n**Actions:**\n\n- ring the warden\n"
    names = ("Level 1: All", "Level 2: One")
    assert understood("Severity", names, body, words) == ["level Level 1", "level Level 2"]


@pytest.mark.parametrize(
    "levels",
    ["| Grad | Was |\n|---|---|\n| SEV1 | alles |\n| SEV2 | etwas |",
     "### SEV1\n\nAlles.\n\n### SEV2\n\nEtwas."],
)  # fmt: skip
def test_numbers_count_chapters_where_one_lists_the_levels(levels: str, words: Vocabulary) -> None:
    text = f"# Mühle\n\n## 1. Gradi\n\n{levels}\n\n## 2. Lieuds\n\n- Ada\n\n## 3. Dings\n\n- Zange"
    assert compile_playbook(text, words).phases == ()


def test_among_phases_one_may_list_the_levels(words: Vocabulary) -> None:
    levels = "| Level | What |\n|---|---|\n| SEV1 | all |\n| SEV2 | some |"
    text = (
        f"# Mill\n\n## 1. Detect\n\n1. look\n\n## 2. Classify\n\n{levels}\n\n"
        "## 3. Contain\n\n1. stop\n\n## 4. Recover\n\n1. start"
    )
    found = compile_playbook(text, words).phases
    assert [one.title for one in found] == ["Detect", "Classify", "Contain", "Recover"]


RATED = (
    "# Tea\n\n## Incident classes\n\n### Class 1: Mixed leaves\n\n**Severity**: High (taste)\n\n"
    "Sort them.\n\n### Class 2: Cups are wet\n\n**Severity**: Medium\n\nDry them.\n"
)
LISTED = (
    "# Tee\n\n## Vorfallklassen\n\n### Klasse 1: Mischung\n- Schweregrad: Hoch\n- Sortieren\n\n"
    "### Klasse 2: Tassen nass\n- Schweregrad: Mittel\n- Trocknen\n"
)
WORKED_OFF = (
    "# Tea\n\n## Incident classes\n\n### Class 1: Mixed leaves\n\n**Diagnosis**: taste them\n\n"
    "**Recovery**:\n1. Sort\n\n### Class 2: Cups are wet\n\n**Diagnosis**: touch them\n\n"
    "**Verification**:\n1. Touch again\n"
)
NIVELES = (
    "# Té\n\n## Niveles de incidente\n\n### Nivel 1: Una taza\n\n**Diagnóstico**: mirar\n"
    "**Mitigación**: cambiar\n**Tiempo de respuesta**: 10 minutos\n\n### Nivel 2: Una mesa\n\n"
    "**Diagnóstico**: mirar\n**Mitigación**: cambiar\n**Tiempo de respuesta**: 1 hora\n"
)


@pytest.mark.parametrize("text", [RATED, LISTED, WORKED_OFF])
def test_cases_are_no_levels(text: str, words: Vocabulary) -> None:
    assert compile_playbook(text, words).severities == ()


def test_a_time_of_answer_makes_parts_those_of_a_level(words: Vocabulary) -> None:
    found = compile_playbook(NIVELES, words).severities
    assert [level.response and level.response.seconds for level in found] == [600, 3600]


def test_a_level_may_state_itself(words: Vocabulary) -> None:
    levels = "### SEV1: No tea\n\nSeverity: High\n\n### SEV2: Cold\n\nSeverity: Low\n"
    text = f"# Tea\n\n## Levels\n\n{levels}"
    assert [level.key for level in compile_playbook(text, words).severities] == ["SEV1", "SEV2"]
