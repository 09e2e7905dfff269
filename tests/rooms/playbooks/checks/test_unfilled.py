"""Gaps where a number should be, and what only looks like one."""

import pytest

from runcard.domain.playbooks.model import Grade
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def grades(rows: str, words: Vocabulary) -> list[Grade]:
    text = f"# Zoo\n\n## Contacts\n\n{rows}\n"
    return [one.grade for one in found_in(text, words) if one.code == "RC402"]


@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        ("- Vet: <vet@zoo.example.org>", False),
        ("- Vet: <vet on duty>", True),
        ("- Vet: TBD; until then the keeper of the day comes", False),
        ("- Tierarzt: TBD, bis dahin kommt der Pfleger", False),
        ("- Vet: TBD", True),
        ("- Signature: [name of the director]", False),
        ("- Unterschrift: [Direktion]", False),
        ("1. [Gate closed, answers 429-5xx](#gate)", False),
        ("- Vet: 0555 31 XX", True),
    ],
)
def test_what_nobody_is_called_by_is_no_gap(row: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(grades(row, words)) is is_found


@pytest.mark.parametrize(
    ("row", "grade"),
    [
        ("| Vet | +00-XXX-XXX | vet@zoo.example.org |", Grade.WARNING),
        ("| Vet | [phone] | #vets |", Grade.WARNING),
        ("| Police | [number] | |", Grade.WARNING),
        ("| Vet | [phone] | |", Grade.ERROR),
    ],
)
def test_another_way_in_the_line_reaches_somebody(
    row: str, grade: Grade, words: Vocabulary
) -> None:
    assert grades(f"| Who | Phone | Else |\n|---|---|---|\n{row}\n", words) == [grade]
