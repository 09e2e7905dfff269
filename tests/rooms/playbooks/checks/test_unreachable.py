"""Numbers that are kept elsewhere, cells without one, first names, and two numbers for one desk."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def codes(page: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(page, words)}


@pytest.mark.parametrize(
    ("says", "is_elsewhere"),
    [
        ("Ring the diver (number on the poster beside the pump).", True),
        ("Taucher rufen, Nummer im roten Ordner.", True),
        ("Appeler le plongeur, téléphone dans le coffre.", True),
        ("Chiamare il palombaro: telefono nel cassetto.", True),
        ("Ring the diver (number on the poster: 0141 496 0100).", False),
        ("Put the number of boats on the whiteboard.", False),
        ("Phone and intranet are down.", False),
        ("Write the report in the wiki.", False),
    ],
)
def test_a_number_that_is_kept_elsewhere_is_none_at_night(
    says: str, is_elsewhere: bool, words: Vocabulary
) -> None:
    assert ("RC403" in codes(f"# Gates\n\n{says}\n", words)) is is_elsewhere


@pytest.mark.parametrize(
    ("row", "is_empty"),
    [
        ("| Diver | propellers | |", True),
        ("| Diver | propellers | 0141 496 0109 |", False),
        ("| Diver | #divers | – |", False),
        ("| Diver | ticket in the portal | |", False),
        ("| | | |", False),
    ],
)
def test_a_row_of_contacts_has_some_way(row: str, is_empty: bool, words: Vocabulary) -> None:
    page = (
        "# Gates\n\n## Contacts\n\n| Who | For | Phone |\n|---|---|---|\n"
        f"| Porter | keys | 0141 496 0100 |\n| Mate | ropes | 0141 496 0101 |\n{row}\n"
    )
    assert ("RC409" in codes(page, words)) is is_empty


@pytest.mark.parametrize(
    ("says", "is_alone"),
    [
        ("When there is ice, ask Jonas.", True),
        ("Voir avec Maëlle.", True),
        ("Ask Jonas Weber, he has the ice duty.", False),
        ("Jonas wrote this page.", False),
        ("Ask Operations.", False),
    ],
)
def test_a_first_name_alone_is_no_contact(says: str, is_alone: bool, words: Vocabulary) -> None:
    assert ("RC410" in codes(f"# Gates\n\n{says}\n", words)) is is_alone


@pytest.mark.parametrize(
    ("value", "is_made_up"),
    [
        ("+1 (555) 555-5555", True),
        ("+47 000 00 000", True),
        ("+1 (555) 555-0142", False),
    ],
)
def test_one_figure_seven_times_is_no_number(
    value: str, is_made_up: bool, words: Vocabulary
) -> None:
    page = f"# Gates\n\n## Contacts\n\n- Porter: 0141 496 0100\n- Diver firm: {value}\n"
    assert ("RC402" in codes(page, words)) is is_made_up


def test_dates_and_the_code_of_a_country_make_no_second_number(words: Vocabulary) -> None:
    page = (
        "# Gates\n\nRing the harbour office ({}).\n\n## Contacts\n\n"
        "- Harbour office: 0141 496 0100\n- Porter: 0141 496 0101\n"
    )
    assert "RC411" in codes(page.format("0141 496 0177"), words)
    assert "RC411" not in codes(page.format("+44 141 496 0100"), words)
    assert "RC411" not in codes(page.format("since 12.03.2021"), words)


@pytest.mark.parametrize(
    ("value", "is_elsewhere"),
    [
        ("portal del proveedor", True),
        ("Kundenportal", True),
        ("portal https://help.diver.example.org", False),
        ("0141 496 0102, or the portal", False),
    ],
)
def test_a_portal_without_its_address_is_no_way(
    value: str, is_elsewhere: bool, words: Vocabulary
) -> None:
    page = f"# Gates\n\n## Contacts\n\n- Porter: 0141 496 0100\n- Diver: {value}\n"
    assert ("RC403" in codes(page, words)) is is_elsewhere


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Use the radio, or the number on the back of the badge.", False),
        ("Die Nummer steht auf der Karte neben dem Telefon.", False),
        ("The number is in the red folder.", True),
    ],
)
def test_what_is_carried_or_lies_at_hand_is_no_other_place(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Contacts\n\n- Keeper: 01632 960 100\n\n{line}\n"
    assert ("RC403" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("The edition with contact numbers is kept separately.", False),
        ("聯絡資訊另存私密版本。", False),
        ("The ropes are kept separately.", True),
    ],
)
def test_an_edition_without_numbers_lacks_none(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    rows = "| Porter | keys | 0141 496 0100 |\n| Diver | propellers | – |\n"
    page = f"# Gates\n\n## Contacts\n\n| Who | For | Phone |\n|---|---|---|\n{rows}\n{line}\n"
    assert ("RC409" in codes(page, words)) is is_found


@pytest.mark.parametrize(
    ("heads", "is_found"),
    [
        ("Role | Does | Stand-in", False),
        ("Rolle | Aufgabe | Vertretung", False),
        ("Who | For | Phone", True),
        ("Wer | Wofür | Telefon", True),
    ],
)
def test_a_part_that_is_told_what_to_do_leaves_no_way_out(
    heads: str, is_found: bool, words: Vocabulary
) -> None:
    rows = "| Lead | decides on the gates | Mate |\n| Note taker | keeps the timeline | - |\n"
    page = f"# Gates\n\n## People\n\n| {heads} |\n|---|---|---|\n{rows}"
    assert ("RC409" in codes(page, words)) is is_found
