"""Headings that name one part and its duties."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Told = list[tuple[str, int]]


def roles(body: str, words: Vocabulary) -> Told:
    found = compile_playbook(f"# Mill\n\n{body}", words).roles
    return [(role.name, len(role.duties)) for role in found]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Shift Lead Responsibilities", "Shift Lead"),
        ("Responsibilities of the Shift Lead", "Shift Lead"),
        ("Aufgaben der Einsatzleitung", "Einsatzleitung"),
        ("Responsabilidades del coordinador", "coordinador"),
    ],
)
def test_a_heading_of_duties_names_who_has_them(title: str, name: str, words: Vocabulary) -> None:
    body = f"## Response\n\n### {title}\n\nIn short:\n\n1. Stop the stones\n2. Tell the yard\n"
    assert roles(body, words) == [(name, 2)]


def test_bold_steps_are_what_the_part_of_the_heading_does(words: Vocabulary) -> None:
    steps = "1. **Stop the stones** by the lever\n2. **Ring the bell** if it burns\n"
    body = f"## Response\n\n### Shift Lead Responsibilities\n\n{steps}"
    assert roles(body, words) == [("Shift Lead", 2)]


@pytest.mark.parametrize(
    ("title", "mark"),
    [("Shift Lead Responsibilities", "- [ ]"), ("Team Values", "-"), ("Responsibilities", "-")],
)
def test_boxes_and_nobody_are_no_part(title: str, mark: str, words: Vocabulary) -> None:
    body = f"## Response\n\n### {title}\n\n{mark} Stop the stones\n{mark} Tell the yard\n"
    assert roles(body, words) == []


def test_somebody_on_duty_is_one_part_and_not_two(words: Vocabulary) -> None:
    assert roles("## Roles\n\n### Duty engineer\n\n- stops the stones\n", words) == [
        ("Duty engineer", 1)
    ]
