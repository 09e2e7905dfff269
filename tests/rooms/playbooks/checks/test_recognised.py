"""A runbook is recognised by its signs, by its title, by a sentence, or in a table of signs."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

STEPS = "- [ ] Ring the maker\n- [ ] Hang out the sign\n"


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Cabin", True),
        ("Doors", True),
        ("Kabine antwortet nicht", False),
        ("Cabin shown twice", False),
        ("Cabine saturée", False),
        ("Cabina sin espacio", False),
        ("Cabin lock-outs", False),
        ("« La cabine monte »", False),
        ("Why is it dark?", False),
        ("De lamp leest niets", False),
        ("La cabina no responde", False),
        ("かごが動かない", False),
        ("Restore the plan", False),
        ("Cabin checklist", False),
        ("Checkliste der Kabine", False),
        ("Door verification", False),
        ("Plan recovery", False),
        ("The wrong people can open it", False),
    ],
)
def test_a_title_that_tells_a_state_is_the_sign(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Lift\n\n## Runbooks\n\n### {title}\n\n{STEPS}"
    assert ("RC626" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("body", "is_found"),
    [
        ("You will see the lamp blink.\n\n", False),
        ("Die Anzeige meldet E4.\n\n", False),
        ("**Signs**\n\n| Lamp | Since |\n|---|---|\n| red | 5 min |\n\n", False),
        ("Take the big key.\n\n", True),
        ("If the cabin cannot be moved:\n\n", False),
        ("Near the cabin:\n\n", True),
    ],
)
def test_a_sentence_or_a_table_below_the_title_tells(
    body: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Lift\n\n## Runbooks\n\n### Cabin\n\n{body}{STEPS}"
    assert ("RC626" in codes(text, words)) is is_found


def test_a_table_that_leads_from_signs_to_runbooks_tells_for_all(words: Vocabulary) -> None:
    table = (
        "## Where to begin\n\n| You see | Go to |\n|---|---|\n| red lamp | [Cabin](#cabin) |\n\n"
    )
    runbook = f"## Runbooks\n\n### Cabin\n\n{STEPS}"
    assert "RC626" not in codes(f"# Lift\n\n{table}{runbook}", words)
    assert "RC626" in codes(f"# Lift\n\n{runbook}", words)


@pytest.mark.parametrize(("chapter", "is_found"), [("Runbooks", True), ("Make it lighter", False)])
def test_the_remedies_of_a_page_about_one_case_are_no_runbooks(
    chapter: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Lift\n\n## {chapter}\n\n### Cabin\n\nTake the big key.\n\n{STEPS}"
    assert ("RC626" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"),
    [("Weight above 900 kg", False), ("Panel 503", False), ("Weight (>900 kg)", True)],
)
def test_a_figure_that_is_passed_is_a_sign(title: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Lift\n\n## Runbooks\n\n### {title}\n\nTake the big key.\n\n{STEPS}"
    assert ("RC626" in codes(text, words)) is is_found


@pytest.mark.parametrize(("label", "is_found"), [("Sintoma", False), ("Merker", True)])
def test_one_sign_is_named_as_several_are(label: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Lift\n\n## Runbooks\n\n### Cabin\n\n{label}: `E7` on the panel.\n\n{STEPS}"
    assert ("RC626" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- red lamp and no sound → PB-2", False),
        ("- rote Lampe => PB-2", False),
        ("- PB-2 is for the porter", True),
    ],
)
def test_an_arrow_leads_from_the_sign_to_the_runbook(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Lift\n\n## First look\n\n{line}\n\n## Runbooks\n\n### PB-2 Cabin\n\n{STEPS}"
    assert ("RC626" in codes(text, words)) is is_found


@pytest.mark.parametrize("title", ["Wrong floor reported", "Kabine gestoppt", "Activate the fan"])
def test_a_report_a_halt_and_an_order_tell_enough(title: str, words: Vocabulary) -> None:
    assert "RC626" not in codes(f"# Lift\n\n## Runbooks\n\n### {title}\n\n{STEPS}", words)


@pytest.mark.parametrize(
    ("title", "is_found"),
    [("CABIN_5XX", False), ("DOOR_OPEN", False), ("PB-3", True), ("Cabin 5", True)],
)
def test_the_name_of_an_alert_is_the_sign(title: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Lift\n\n## Runbooks\n\n### {title}\n\n{STEPS}"
    assert ("RC626" in codes(text, words)) is is_found


TOLD = "### Bell\n\n**Symptoms:**\n\n- it rings alone\n\n1. Cut the wire\n\n"
SILENT = "### Bell\n\n1. Cut the wire\n\n### Lamp\n\n1. Change it\n\n### Rope\n\n1. Oil it\n\n"


@pytest.mark.parametrize(
    ("beside", "title", "is_found"),
    [
        (TOLD, "Cabin", True),
        (SILENT, "Cabin", False),
        (SILENT, "High load", False),
        (SILENT, "Einbruch", True),
        (SILENT, "Unauthorized access", True),
        (TOLD, "High load", True),
        (TOLD, "External communication", False),
    ],
)
def test_a_sign_is_missed_where_others_have_one_or_somebody_hides(
    beside: str, title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Lift\n\n## Runbooks\n\n{beside}### {title}\n\n{STEPS}"
    assert ("RC626" in codes(text, words)) is is_found


@pytest.mark.parametrize(("title", "is_found"), [("Riegel zurücknehmen", False), ("Riegel", True)])
def test_an_order_may_come_last(title: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Lift\n\n## Runbooks\n\n{TOLD}### {title}\n\n{STEPS}"
    assert ("RC626" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("**Detection**: the bell rings twice", False),
        ("**Symptome**: die Glocke schlägt", False),
        ("**First**: take the big key", True),
    ],
)
def test_a_case_in_a_fence_may_name_its_signs(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Lift\n\n## Runbooks\n\n### Cabin\n\n```markdown\n{line}\n```\n\n{STEPS}"
    assert ("RC626" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"), [("Evidence collection", False), ("Cabin breach", True)]
)
def test_how_evidence_is_gathered_is_no_case(title: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Lift\n\n## Runbooks\n\n### {title}\n\n{STEPS}"
    assert ("RC626" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Mitigation 2: Oil leak", False),
        ("Fix #3 - Oil leak", False),
        ("Cabin 2: Oil", True),
        ("Spare panel setup", False),
        ("Escalation ladder", False),
        ("Cable drum", True),
    ],
)
def test_a_numbered_remedy_a_setup_and_a_chain_are_no_cases(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Lift\n\n## Runbooks\n\n### {title}\n\nTake the big key.\n\n{STEPS}"
    assert ("RC626" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("chapter", "is_found"),
    [
        ("Drill scenarios", False),
        ("Scenarios for an exercise", False),
        ("Incident scenarios", True),
    ],
)
def test_the_case_of_an_exercise_shows_no_signs(
    chapter: str, is_found: bool, words: Vocabulary
) -> None:
    levels = "| Level | Definition | Response |\n|---|---|---|\n| P1 | stuck | 5 min |\n"
    levels += "| P2 | slow | 1 h |\n"
    steps = "- ring the maker\n- hang out the sign\n"
    cases = f"**Scenario 1: Cabin outage**\n{steps}\n**Scenario 2: Security incident**\n{steps}"
    text = f"# Lift\n\n## Severity levels\n\n{levels}\n## {chapter}\n\n{cases}"
    assert ("RC626" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Chain of custody", False),
        ("Beweissicherung", False),
        ("Chain of buoys", True),
        ("Sicherung der Tore", True),
    ],
)
def test_a_rule_for_evidence_is_met_without_a_sign(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Lift\n\n## Runbooks\n\n### {title}\n\n1. Write down who took it\n2. Lock it away\n"
    assert ("RC626" in codes(text, words)) is is_found
