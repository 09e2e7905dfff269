"""Roles in other chapters, by their responsibilities or because somebody is to be given them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def roles(text: str, words: Vocabulary) -> list[tuple[str, int]]:
    found = compile_playbook(f"# Mill\n\n{text}", words).roles
    return [(one.name, len(one.duties)) for one in found]


@pytest.mark.parametrize(
    ("title", "label", "names"),
    [
        ("Escalation path", "Responsibilities", ["Shift lead", "Owner"]),
        ("Eskalationsweg", "Aufgaben", ["Schichtleitung", "Leiter"]),
        ("Escalade", "Responsabilités", ["Responsable de garde", "Directeur"]),
        ("Escalation path", "Weather", []),
    ],
)
def test_headings_above_responsibilities(
    title: str, label: str, names: list[str], words: Vocabulary
) -> None:
    told = names or ["Shift lead", "Owner"]
    parts = "".join(f"### {name}\n\n- **{label}:** fair\n- by day\n\n" for name in told)
    assert roles(f"## {title}\n\n{parts}", words) == [(name, 1) for name in names]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("**Shift lead** (assign immediately):", ["Shift lead"]),
        ("**Einsatzleitung** (sofort benennen):", ["Einsatzleitung"]),
        ("**Responsable** (désigner tout de suite) :", ["Responsable"]),
        ("**Shift lead** (by night):", []),
        ("**Sluice** (assign a colour):", []),
    ],
)
def test_a_bold_name_that_is_to_be_given(line: str, names: list[str], words: Vocabulary) -> None:
    body = f"{line}\n\n- Keeps the log\n- Tells the yard\n\n**Steps:**\n\n1. Look\n"
    text = f"## Incident response process\n\n### Phase 1: Look\n\n{body}"
    assert roles(text, words) == [(name, 2) for name in names]


def test_below_one_of_them_stands_no_rota(words: Vocabulary) -> None:
    parts = "".join(
        f"### {name}\n\n- **Available:** 24/7\n- **Responsibilities:** looks\n\n"
        for name in ("On-Call Engineer", "Shift lead")
    )
    assert compile_playbook(f"# Mill\n\n## Escalation path\n\n{parts}", words).hours is None
