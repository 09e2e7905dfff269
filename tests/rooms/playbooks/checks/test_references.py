"""Parts of a document that are named and not there, and those that belong to something else."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

NUMBERED = (
    "# Lock\n\n## 1. People\n\n{}\n\n## 2. Gates\n\n1. Close\n2. Look\n\n## 3. After\n\nRest.\n"
)
LETTERED = (
    "# Lock\n\n## A. People\n\n{}\n\n### A.1 Crew\n\nAda.\n\n## B. Gates\n\nShut.\n\n"
    "## C. After\n\nRest.\n"
)
RECIPES = "# Lock\n\n{}\n\n### R1 Gate\n\nShut.\n\n### R2 Pump\n\nStop.\n\n### R3 Boat\n\nTow.\n"


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("page", "says", "is_lost"),
    [
        (NUMBERED, "See section 5.", True),
        (NUMBERED, "Siehe Kapitel 2.", False),
        (NUMBERED, "Voir chapitre 7.", True),
        (NUMBERED, "Ver el apartado 2.2.", False),
        (NUMBERED, "Ver o procedimento 2.6.", True),
        (NUMBERED, "See section 5 of the contract.", False),
        (NUMBERED, "See the DR plan, section 9.", False),
        (NUMBERED, "Open the weir as in weir-runbook § 7.1.", False),
        (NUMBERED, "Open the weir as in § 7.1.", True),
        (NUMBERED, "The key is cloned (WebAuthn § 7.1).", False),
        (NUMBERED, "The Key is cloned: Gate § 7.1.", True),
        (NUMBERED.replace("# Lock", "# lock-runbook"), "As in lock-runbook § 7.1.", True),
        (NUMBERED, "Wartezeit nach 4.5 h beenden.", False),
        (NUMBERED, "Siehe [Handbuch](hand.md), Kapitel 9.", False),
        (LETTERED, "Follow chapter F.", True),
        (LETTERED, "Nach B.4 vorgehen.", True),
        (RECIPES, "If it was a boat: R5.", True),
        (RECIPES, "Wie bei R3.", False),
        (RECIPES, "Use `R5` as the name of the pump.", False),
        ("# Lock\n\n{}\n", "The form is in Appendix C.", True),
        ("# Lock\n\n{}\n\n## Appendix C\n\nForm.\n", "The form is in Appendix C.", False),
        ("# Lock\n\n{}\n\nAnnexe B : plan du bassin.\n", "Le plan est en annexe B.", False),
        ("# Lock\n\n{}\n", "As ISO 27001 Annex A wants.", False),
        ("# Lock\n\n{}\n", "Chapter 4 covers the dam.", False),
    ],
)
def test_a_part_is_missing_only_where_the_document_numbers_its_parts(
    page: str, says: str, is_lost: bool, words: Vocabulary
) -> None:
    assert ("RC026" in codes(page.format(says), words)) is is_lost


LEVELS = (
    "# Lock\n\n## Severity\n\n| Level | Definition | Response |\n|---|---|---|\n"
    "| L1 | gate open | 5 min |\n| L2 | gate slow | 1 h |\n\n## Rules\n\n{}\n"
)  # fmt: skip


@pytest.mark.parametrize(
    ("says", "is_lost"),
    [("A gate of level L4 can wait for spring.", True), ("The L7 balancer is in front.", False)],
)
def test_a_level_that_the_table_does_not_know_is_missing_where_it_is_called_a_level(
    says: str, is_lost: bool, words: Vocabulary
) -> None:
    assert ("RC026" in codes(LEVELS.format(says), words)) is is_lost


def test_a_list_of_contents_may_not_promise_more_than_there_is(words: Vocabulary) -> None:
    page = (
        "# Balsa\n\n## Índice\n\n1. Gente\n2. Compuertas\n3. Bombas\n4. {}\n\n"
        "## 1. Gente\n\nAda.\n\n## 2. Compuertas\n\nCerrar.\n\n## 3. Bombas\n\nParar.\n"
    )
    lost = [one for one in found_in(page.format("Anexo A: planos"), words) if one.code == "RC026"]
    assert [one.line for one in lost] == [8]
    assert "RC026" not in codes(page.format("Bombas"), words)


@pytest.mark.parametrize(
    ("says", "is_wrong"),
    [
        ("Restart (see 2.1 for oars).", True),
        ("Restart (see 2.1 for pumps).", False),
        ("Erst wenn das Ruder ersetzt wurde wie in 2.1 beschrieben.", True),
        ("Wait until the rudder was replaced as described in 2.1.", True),
        ("Drain the pumps as described in 2.1.", False),
    ],
)
def test_a_part_is_the_wrong_one_where_it_says_no_word_of_what_was_promised(
    says: str, is_wrong: bool, words: Vocabulary
) -> None:
    page = (
        f"# Lock\n\n## 1. Gates\n\n### 1.1 Gate\n\n{says}\n\n## 2. Water\n\n### 2.1 Pumps\n\n"
        "Drain them.\n\n### 2.2 Ice\n\nSalt.\n"
    )
    assert ("RC028" in codes(page, words)) is is_wrong


@pytest.mark.parametrize(
    ("says", "is_found"),
    [
        ("Build plan **Section 13.2** and **§21** ask for it.", False),
        ("Bauplan Abschnitt 7 und §21 verlangen es.", False),
        ("It is asked for in §21.", True),
        ("Das verlangt §21.", True),
    ],
)
def test_a_part_beside_one_of_another_paper_is_of_that_paper(
    says: str, is_found: bool, words: Vocabulary
) -> None:
    page = (
        f"# Lock\n\n{says}\n\n## 1. Gates\n\nShut.\n\n## 2. Water\n\nDrain.\n\n## 3. Ice\n\nSalt.\n"
    )
    assert ("RC026" in codes(page, words)) is is_found
