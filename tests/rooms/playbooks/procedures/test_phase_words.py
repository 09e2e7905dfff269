"""Names of phases in every language, and what only holds such a word."""

import tomllib
from pathlib import Path

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.vocabulary import Vocabulary

SPOKEN = tomllib.loads((Path(__file__).parent / "phases_spoken.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", SPOKEN)
def test_phases_are_named_in_every_language(language: str, words: Vocabulary) -> None:
    assert [one for one in SPOKEN[language] if not is_phase_word(one, words)] == []


@pytest.mark.parametrize(
    "title",
    ["Reloj parado en el muelle", "Bewertung der Gäste fehlt im Aushang seit gestern",
     "Impossible de classer les billets du soir", "予約が入らない", "售票机没有反应"],
)  # fmt: skip
def test_troubles_are_no_phases(title: str, words: Vocabulary) -> None:
    assert not is_phase_word(title, words)


@pytest.mark.parametrize(
    ("heading", "names"),
    [("Protocolo de actuación", ["Declarar", "Preservar evidencia", "Erradicar", "Cerrar"]),
     ("Vorfallbehandlung", ["Einstufung", "Beweise sichern", "Beseitigung", "Entwarnung"]),
     ("Cycle de vie d'un incident", ["Signaler", "Isoler", "Éradiquer", "Clôturer"]),
     ("Ciclo de vida do incidente", ["Declarar", "Erradicação", "Restaurar", "Fechamento"]),
     ("响应阶段", ["上报", "遏制", "根除", "总结"]),
     ("対応ステップ", ["検出", "初動対応", "根絶", "再発防止"])],
)  # fmt: skip
def test_a_list_of_them_below_the_process_are_the_phases(
    heading: str, names: list[str], words: Vocabulary
) -> None:
    listed = "\n".join(f"{at}. **{name}.** Kettle off." for at, name in enumerate(names, 1))
    found = compile_playbook(f"# Tea\n\n## {heading}\n\n{listed}\n", words).phases
    assert [one.title for one in found] == names


CHAPTERS = (
    "## 1. Crew\n\nAda.\n\n## 2. Detection\n\n- a bell\n\n## 3. Eindämmung – je nach Kessel\n\n"
    "- close the valve\n\n## 4. Investigation\n\n- which pipe\n\n## 5. {told}\n\n- the mayor\n\n"
    "## 6. Lessons learned\n\n- what leaked\n\n## 7. Recovery of the archive\n\nBy hand.\n"
)


@pytest.mark.parametrize(
    ("told", "is_phase"),
    [("Notification — a draft, to be read by counsel", True), ("Notification", True),
     ("Notification – message templates", False), ("Notification templates", False)],
)  # fmt: skip
def test_a_number_and_a_word_before_a_dash_make_a_phase(
    told: str, is_phase: bool, words: Vocabulary
) -> None:
    found = [
        one.line
        for one in compile_playbook(f"# Pier\n\n{CHAPTERS.format(told=told)}", words).phases
    ]
    before, behind = [7, 11, 15], [23]
    assert found == [*before, *([19] if is_phase else []), *behind]


def test_without_a_number_the_rest_of_the_title_counts(words: Vocabulary) -> None:
    assert is_phase_word("4. Recovery – as the tide allows it", words)
    assert not is_phase_word("Recovery – the ferry's second engine", words)
    assert not is_phase_word("4. Ferry – recovery of the second engine", words)
