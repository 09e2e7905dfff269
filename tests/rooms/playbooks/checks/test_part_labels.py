"""The labels of parts open headings, lines and cells; a list of contents only promises them."""

from runcard.domain.playbooks.checks.part_labels import Parts, mentions
from runcard.domain.playbooks.compile import read_document
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.vocabulary import Vocabulary

PAGE = (
    "# Lock\n\n## Contents\n\n1. Gates\n9. Ice\n\n## 1. Gates\n\n- [ ] **R2** Close\n- R3: Look\n\n"
    "| Nr | What |\n|---|---|\n| R4 | Wait |\n\n## Anhang B: Pläne\n\nText.\n"
)  # fmt: skip


def facts_of(page: str, words: Vocabulary) -> Facts:
    return read_document(page, words).facts


def test_labels_open_headings_lines_and_cells(words: Vocabulary) -> None:
    parts = Parts(facts_of(PAGE, words))
    assert parts.labels >= {"1", "R2", "R3", "R4"}
    assert "9" not in parts.labels
    assert ("appendix", "B") in parts.named


def test_a_word_for_a_part_is_read_with_its_label(words: Vocabulary) -> None:
    facts = facts_of("# Lock\n", words)
    said = [(kind, label) for kind, label, _ in mentions("Kapitel 4.2 und Anlage C, R4", facts)]
    assert said == [("chapter", "4.2"), ("appendix", "C")]
