"""Cases that only are counted have a severity, or are worked off; levels stay levels."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

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
LEVELS = (
    "# Té\n\n## Niveles de incidente\n\n### Nivel 1: Una taza\n\n**Diagnóstico**: mirar\n"
    "**Mitigación**: cambiar\n**Tiempo de respuesta**: 10 minutos\n\n### Nivel 2: Una mesa\n\n"
    "**Diagnóstico**: mirar\n**Mitigación**: cambiar\n**Tiempo de respuesta**: 1 hora\n"
)


@pytest.mark.parametrize("text", [RATED, LISTED, WORKED_OFF])
def test_cases_are_no_levels(text: str, words: Vocabulary) -> None:
    assert compile_playbook(text, words).severities == ()


def test_what_promises_an_answer_is_a_level(words: Vocabulary) -> None:
    found = compile_playbook(LEVELS, words).severities
    assert [level.response and level.response.seconds for level in found] == [600, 3600]


def test_a_level_may_state_itself(words: Vocabulary) -> None:
    levels = "### SEV1: No tea\n\nSeverity: High\n\n### SEV2: Cold\n\nSeverity: Low\n"
    text = f"# Tea\n\n## Levels\n\n{levels}"
    assert [level.key for level in compile_playbook(text, words).severities] == ["SEV1", "SEV2"]
