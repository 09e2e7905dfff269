"""Lists and tables below a line that calls them contacts, whatever the heading is about."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Told = list[tuple[str, str, str]]
ENTRIES = "- **Coastguard**: 112 (day and night)\n- **Lamp maker**: <https://lamps.fm/help>\n"


def contacts(body: str, words: Vocabulary) -> Told:
    found = compile_playbook(f"# Lighthouse\n\n{body}", words).contacts
    return [(one.label, one.value, one.kind) for one in found]


@pytest.mark.parametrize(
    "lead", ["**Emergency contacts**:", "Night contacts (short):", "Kontakte:", "連絡先:",
             "**Contacts**", "**Ansprechpartner für die Meldung**"],
)  # fmt: skip
def test_what_such_a_line_leads_to_are_contacts(lead: str, words: Vocabulary) -> None:
    body = f"## Runbooks\n\n### Wreck sighted\n\nLight the spare.\n\n{lead}\n\n{ENTRIES}"
    assert contacts(body, words) == [
        ("Coastguard", "112 (day and night)", "phone"),
        ("Lamp maker", "https://lamps.fm/help", "url"),
    ]


@pytest.mark.parametrize(
    "lead", ["Before you contact anybody in the village, look at these:", "Contacts", "Signs:",
             "**Signs**"],
)  # fmt: skip
def test_a_sentence_or_another_word_leads_to_none(lead: str, words: Vocabulary) -> None:
    body = f"## Runbooks\n\n### Wreck sighted\n\n{lead}\n\n- **Lamp**: dark\n- **Sea**: high\n"
    assert contacts(body, words) == []


def test_a_table_of_names_among_roles_leads_to_people_and_defines_none(words: Vocabulary) -> None:
    body = (
        "## Roles\n\n- **Keeper** — tends the lamp.\n- **Rower** — fetches help.\n\n"
        "Contact tree (to be filled in):\n\n"
        "| Role | Primary | Backup |\n|---|---|---|\n"
        "| Keeper | Ada | — |\n| Rower | Bo | Cy |\n"
    )
    read = compile_playbook(f"# Lighthouse\n\n{body}", words)
    assert [role.name for role in read.roles] == ["Keeper", "Rower"]
    assert [(one.label, one.value) for one in read.contacts] == [
        ("Keeper", "Ada"),
        ("Rower", "Bo"),
        ("Rower", "Cy"),
    ]


@pytest.mark.parametrize(
    ("lead", "are_gaps"),
    [
        ("Contact tree (fill in real values):", True),
        ("Kontakte (noch auszufüllen):", True),
        ("Contact tree (by night):", False),
        ("Emergency contacts:", False),
    ],
)
def test_words_below_a_line_that_is_to_be_filled_in_are_gaps(
    lead: str, are_gaps: bool, words: Vocabulary
) -> None:
    table = "| Role | Primary | Backup |\n|---|---|---|\n| Keeper | _on-call_ | — |\n"
    text = f"# Lighthouse\n\n## Roles\n\n{lead}\n\n{table}"
    assert [one.placeholder for one in compile_playbook(text, words).contacts] == [are_gaps]
