"""Short numbers in the directory and in the text."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def lines(text: str, words: Vocabulary) -> list[int]:
    return [one.line for one in found_in(text, words) if one.code == "RC411"]


@pytest.mark.parametrize(
    ("says", "row", "is_found"),
    [
        ("Ring the gate office (ext. 310).", "| Gate office | ext. 330 |", True),
        ("Das Torbüro (Durchwahl 310) anrufen.", "| Torbüro | Durchwahl 330 |", True),
        ("Appeler le bureau des portes (poste 4310).", "| Bureau des portes | 4330 |", True),
        ("Llamar a la oficina (interno 310).", "| Oficina | interno 330 |", True),
        ("Ligue para a portaria, ramal 310.", "| Portaria | ramal 330 |", True),
        ("Ring the gate office (ext. 330).", "| Gate office | ext. 330 |", False),
        ("Ring the gate office (ext. 310).", "| Gate office | ext. 330 or 310 |", False),
        ("Ring the gate office (ext. 0310).", "| Gate office | 01632 960 310 / 0310 |", False),
        ("Ring the gate office (ext. 4310).", "| Gate office | 01632 96 43 10, ext. 4310 |", False),
        ("Ring the gate office. The pilots: ext. 310.", "| Gate office | ext. 330 |", False),
        ("Ring the north gate office (ext. 310).",
         "| Gate office | ext. 330 |\n| North gate office | ext. 310 |", False),
        ("Ring the gate office.", "| Gate office | ext. 330 |", False),
    ],
)  # fmt: skip
def test_one_desk_has_one_short_number(
    says: str, row: str, is_found: bool, words: Vocabulary
) -> None:
    head = "## Contacts\n\n| Who | Phone |\n|---|---|\n| Porter | 01632 960 100 |"
    assert lines(f"# Lock\n\n{says}\n\n{head}\n{row}\n", words) == ([3] if is_found else [])


def test_it_is_told_once_a_desk(words: Vocabulary) -> None:
    text = (
        "# Lock\n\n- Ring the gate office (ext. 310).\n- Ring the gate office, ext. 310.\n\n"
        "## Contacts\n\n- Gate office: ext. 330\n"
    )
    assert lines(text, words) == [3]
