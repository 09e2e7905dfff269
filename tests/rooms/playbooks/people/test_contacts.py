"""Whom to reach, and what only looks like an address."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def contacts(body: str, words: Vocabulary) -> list[tuple[str, str]]:
    found = compile_playbook(f"# Tea\n\n{body}", words).contacts
    return [(one.label, one.value) for one in found]


def test_a_way_below_the_heading_of_a_person_leads_to_that_person(words: Vocabulary) -> None:
    body = "## Contacts\n\n### Head brewer\n\n- **Phone**: +44 20 7946 0011\n- **Deputy**: Bo\n"
    assert contacts(body, words)[0] == ("Head brewer", "+44 20 7946 0011")


def test_a_way_in_a_plain_list_of_contacts_keeps_its_name(words: Vocabulary) -> None:
    body = "## Contacts\n\n- Phone: +44 20 7946 0011\n- Pantry: pantry@tea.example\n"
    assert contacts(body, words)[0] == ("Phone", "+44 20 7946 0011")


def test_a_shout_to_everybody_is_no_address(words: Vocabulary) -> None:
    body = "## Contacts\n\n- Shout: `@channel the tea is cold`\n- Pantry: pantry@tea.example\n"
    assert contacts(body, words) == [("Pantry", "pantry@tea.example")]


@pytest.mark.parametrize(
    ("way", "value"),
    [("Reach", "`#brewing`"), ("E-Mail", "brew@tea.example"), ("Erreichbar über", "4711"),
     ("Posta elettronica", "brew@tea.example"), ("連絡手段", "内線 4711")],
)  # fmt: skip
def test_a_way_below_a_bold_name_leads_to_it(way: str, value: str, words: Vocabulary) -> None:
    body = f"## Who\n\n**Brewer**\n\n- brews\n- **{way}**: {value}\n\n**Pourer**\n\n- pours\n"
    assert contacts(body, words) == [("Brewer", value)]


def test_an_address_in_place_of_duties_is_a_contact(words: Vocabulary) -> None:
    body = (
        "## Rollen\n\n- **Braumeister**: Ida, ida@tee.example\n- **Schreiber**: [Name]\n"
        "- **Ausschank**: @bo\n- **Küche**: schreibt alles in #kueche und räumt danach auf\n"
    )
    assert contacts(body, words) == [
        ("Braumeister", "Ida, ida@tee.example"),
        ("Schreiber", "[Name]"),
        ("Ausschank", "@bo"),
    ]


def test_a_line_below_a_table_of_people_names_one_more_way(words: Vocabulary) -> None:
    table = "| Rolle | Telefon |\n|---|---|\n| Braumeister | 0151 555 0142 |\n"
    line = "\n**Konferenz:** Durchwahl 4630\n\n**Braumeister:** führt, ruft 4712 an.\n"
    assert contacts(f"## Rollen und Aufgaben\n\n{table}{line}", words) == [
        ("Braumeister", "0151 555 0142"),
        ("Konferenz", "Durchwahl 4630"),
    ]


def test_people_who_speak_in_turn_are_no_addresses(words: Vocabulary) -> None:
    body = (
        "## On the night\n\n1. Brewer: turn off the gas\n2. Brewer: open #brewing\n"
        "3. Pourer: call 07700 900 118\n4. Brewer: tell #pantry\n5. Pourer: write it down\n"
    )
    assert contacts(body, words) == []
