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
        ("- Circus doctor: [if any]", False),
        ("- Zirkusarzt: [falls vorhanden]", False),
        ("- Circus doctor: [phone, if any]", True),
        ("- Account number: __________", False),
        ("- Kundennummer: __________", False),
        ("- Vet: __________", True),
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


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("The edition with contact numbers is maintained separately.", 0),
        ("Kontaktdaten: interne Fassung beim Pförtner.", 0),
        ("The boat is maintained separately.", 1),
    ],
)
def test_a_public_edition_has_no_numbers(line: str, count: int, words: Vocabulary) -> None:
    text = f"# Pier\n\n{line}\n\n## Contacts\n\n- Keeper: [phone number]\n"
    assert sum(one.code == "RC402" for one in found_in(text, words)) == count


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Read and approved by the mayor on ______", 0),
        ("Gelesen und freigegeben von [Unterschrift Hafenamt]", 0),
        ("Ring the mayor on ______", 1),
    ],
)
def test_a_line_for_a_signature_is_no_contact(line: str, count: int, words: Vocabulary) -> None:
    text = f"# Pier\n\n## Contacts\n\n- Keeper: 01632 960140\n\n{line}\n"
    assert sum(one.code == "RC402" for one in found_in(text, words)) == count


def test_review_data_below_the_contacts_is_nobody(words: Vocabulary) -> None:
    text = "# Gates\n\n## Contacts\n\n- Warden: [phone]\n\n---\n\n**Last updated:** [Date]\n"
    found = [one.line for one in found_in(text, words) if one.code == "RC402"]
    assert found == [5]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("ZOO_VET_MAIL=your-vet@example.com", 0),
        ("export ZOO_VET_MAIL=your-vet@example.com", 0),
        ("Vet: your-vet@example.com", 1),
    ],
)
def test_a_setting_is_filled_in_where_the_program_is_set_up(
    lines: str, count: int, words: Vocabulary
) -> None:
    text = f"# Zoo\n\n## Contacts\n\n```bash\n{lines}\n```\n"
    assert sum(one.code == "RC402" for one in found_in(text, words)) == count


def test_the_gaps_of_a_message_are_filled_in_when_it_is_sent(words: Vocabulary) -> None:
    message = (
        "**Tell the board:**\n\n```\nTO: the board\nSUBJECT: An animal is out\n\n"
        "- Animals out: [number of animals]\n- Since: [time]\n```\n"
    )
    text = f"# Zoo\n\n## An animal is out\n\n### First hour\n\n{message}"
    assert [one for one in found_in(text, words) if one.code == "RC402"] == []


@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        ("| Vet | TBD | vet@zoo.example.org |", False),
        ("| Tierarzt | noch offen | 0555 31 20 44 |", False),
        ("| Vet | Ada Moor | TBD |", True),
        ("| Vet | TBD | TBD |", True),
    ],
)
def test_a_missing_name_beside_a_mailbox_is_no_gap(
    row: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(grades(f"| Post | Name | Way |\n|---|---|---|\n{row}\n", words)) is is_found


@pytest.mark.parametrize(
    ("bracket", "is_found"),
    [
        ("[Head keeper]", False),
        ("[Aviary lead]", False),
        ("[Night keeper]", True),
        ("[Mail]", True),
    ],
)
def test_a_bracket_that_names_somebody_who_is_reached_is_no_gap(
    bracket: str, is_found: bool, words: Vocabulary
) -> None:
    ways = "Head keeper:\n  Mail: keeper@zoo.fernway.org\n\nAviary birds: parrots\n\n"
    ways += "- **Aviary**: aviary@zoo.fernway.org\n- **Aviary** crew\n"
    ways += "| Aviary lead | aviary@zoo.fernway.org |\n\n"
    assert bool(grades(f"- Gate: {bracket}\n\n{ways}", words)) is is_found


@pytest.mark.parametrize(
    ("value", "is_found"),
    [
        ("0141 496 0100, contract no XXXXXX", False),
        ("0141 496 0100, contrat n° XXXXXX", False),
        ("0141 496 XXXX, contract no XXXXXX", True),
        ("XXXXXX, contract no 4711", True),
    ],
)
def test_a_contract_that_is_left_open_leaves_the_number(
    value: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Tea house\n\n## Contacts\n\n| Who | How |\n|---|---|\n| Boiler maker | {value} |\n"
    assert ("RC402" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("chapter", "row", "is_found"),
    [
        ("Tools and access", "- **Keeper:** 0555 3120\n- **Database:** [see the safe]", False),
        ("Werkzeuge", "- **Pfleger:** 0555 3120\n- **Futter-Dashboard:** [interne Adresse]", False),
        ("Contacts", "- **Keeper:** 0555 3120\n- **Database:** [phone of the desk]", True),
        ("Tools and access", "- **Keeper:** 0555 3120\n- **Vet:** [phone]", True),
        ("Tools and access", "- **Keeper:** 0555 3120\n- **Database keeper:** [phone]", True),
    ],
)
def test_what_one_signs_in_to_is_nobody_to_call(
    chapter: str, row: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(f"# Zoo\n\n## {chapter}\n\n{row}\n", words)}
    assert ("RC402" in found) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Internal version with specific contact information kept elsewhere", False),
        ("Version interne avec les contacts d'urgence", False),
        ("Internal version with drawings of the gates", True),
        ("Version for the whole house", True),
    ],
)
def test_an_edition_without_numbers_names_them_or_stands_in_their_chapter(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Contacts\n\n- Keeper: [phone]\n\n## Editions\n\n- {said}\n"
    assert ("RC402" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Look whether the answers (429/5xx) are ours", False),
        ("Ansehen, ob es Fehler (5xx) gibt", False),
        ("Ring the maker (0800-55xx)", True),
        ("Ring the maker (429-5xxx)", True),
    ],
)
def test_answers_of_a_server_in_brackets_are_no_number(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(f"# Gates\n\n## Look\n\n1. {said}\n", words)}
    assert ("RC402" in found) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('- Vet: "Come at once, cage [A/B], gate [N]."', False),
        ("- Tierarzt: „Bitte sofort, Käfig [A/B].“", False),
        ("- Vet: [A/B]", True),
        ("- Vet: <vet on duty>", True),
    ],
)
def test_words_to_be_said_are_no_number(line: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(grades(f"- Keeper: 01632 960140\n{line}", words)) is is_found


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("[mobile in the vault]", {"RC403"}),
        ("[mobile in 1Password]", {"RC403"}),
        ("[mobile]", {"RC402"}),
        ("01632 960140", set()),
    ],
)
def test_a_gap_that_says_where_the_number_lies_is_another_place(
    value: str, codes: set[str], words: Vocabulary
) -> None:
    found = {one.code for one in found_in(f"# G\n\n## Contacts\n\n- Pilot: {value}\n", words)}
    assert found & {"RC402", "RC403"} == codes
