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
