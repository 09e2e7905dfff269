"""A page that is one runbook, and a plan that has chapters of the same names."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

PARTS = (
    "## Diagnosis\n\n1. Read the gauge\n\n## Mitigation\n\n1. Open the flue\n\n"
    "## Verification\n\n1. Read it again\n"
)


def titles(text: str, words: Vocabulary) -> list[str]:
    return [one.title for one in compile_playbook(text, words).runbooks]


def test_chapters_named_like_parts_make_a_page_a_runbook(words: Vocabulary) -> None:
    assert titles(f"# Kiln too hot\n\n{PARTS}", words) == ["Kiln too hot"]


def test_coded_phases_are_no_parts(words: Vocabulary) -> None:
    text = (
        "# Pottery plan\n\n## Phase 1: Diagnosis\n\n1. Look\n\n## Phase 2: Containment\n\n"
        "1. Cool\n\n## Phase 3: Recovery\n\n1. Fire again\n"
    )
    assert titles(text, words) == []


def test_phases_that_end_with_a_review_are_no_runbook(words: Vocabulary) -> None:
    text = (
        "# Runbook: pottery incidents\n\n## What we do\n\n### 1. Acknowledge\n\n1. Answer\n\n"
        "### 2. Communicate\n\n1. Write\n\n### 3. Resolve\n\n1. Close\n\n### 4. Post-mortem"
        "\n\n1. Meet\n\n## Verification\n\n1. All kilns are cold\n"
    )
    assert titles(text, words) == []


def test_a_page_that_lists_the_levels_is_for_any_incident(words: Vocabulary) -> None:
    text = (
        "# Runbook: kiln incidents\n\n## Levels\n\n| Level | Meaning |\n|---|---|\n"
        "| SEV1 | Fire |\n| SEV2 | Smoke |\n\n## Triage\n\n1. Look\n2. Call\n"
    )
    assert titles(text, words) == []
    assert titles(text.replace("| SEV2 | Smoke |\n", ""), words) == ["Runbook: kiln incidents"]


def test_a_page_with_a_chapter_of_several_troubles_is_for_any_incident(words: Vocabulary) -> None:
    troubles = "## Häufige Störungen\n\n### Ofen kalt\n\n1. Zünden\n\n### Ofen heiß\n\n1. Lüften\n"
    page = (
        f"# Töpferei\n\n## Diagnose\n\n1. Lesen\n\n{troubles}\n## Wiederherstellung\n\n1. Füllen\n"
    )
    assert {"Ofen kalt", "Ofen heiß"} <= {*titles(page, words)}
    assert "Töpferei" not in titles(page, words)
    steps = page.replace("Häufige Störungen", "Procedure").replace("### Ofen", "### 1. Ofen")
    assert "Ofen kalt" not in titles(steps, words)
