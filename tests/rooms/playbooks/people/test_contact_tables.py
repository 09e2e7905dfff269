"""Tables of people: the cell that leads somewhere, and the one that is still empty."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Told = list[tuple[str, str, str, bool]]


def contacts(head: str, rows: str, words: Vocabulary) -> Told:
    width = head.count("|") - 1
    table = f"{head}\n|{'---|' * width}\n{rows}"
    found = compile_playbook(f"# Mühle\n\n## Kontakte\n\n{table}\n", words).contacts
    return [(one.label, one.value, one.kind, one.placeholder) for one in found]


def test_the_name_of_a_way_gives_way_to_where_it_leads(words: Vocabulary) -> None:
    rows = (
        "| Wehr | siehe PagerDuty „wehr-nacht“ | Pager |\n"
        "| Mahlgang | wechselnd, #mahlgang | Chat |\n"
        "| Leitung | TBD | Mail |\n"
        "| Labor | Ina | 4711 |\n"
    )
    assert contacts("| Rolle | Person | Kontakt |", rows, words) == [
        ("Wehr", "siehe PagerDuty „wehr-nacht“", "pointer", False),
        ("Mahlgang", "wechselnd, #mahlgang", "chat", False),
        ("Leitung", "TBD", "none", True),
        ("Labor", "4711", "phone", False),
    ]


@pytest.mark.parametrize("gap", ["N. N.", "TBD", "[nom]"])
def test_a_gap_beside_an_empty_number_is_still_to_be_filled(gap: str, words: Vocabulary) -> None:
    rows = f"| Meunier | Bo | 01 99 00 47 11 |\n| Remplaçant | {gap} | |\n| Stagiaire | Cy | |\n"
    found = contacts("| Rôle | Nom | Téléphone |", rows, words)
    assert [(label, value, is_gap) for label, value, _, is_gap in found] == [
        ("Meunier", "01 99 00 47 11", False),
        ("Remplaçant", gap, True),
    ]
