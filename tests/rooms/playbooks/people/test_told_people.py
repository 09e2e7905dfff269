"""People and their addresses in whole sentences."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

DECK = (
    "# Schiff\n\n## Rollen\n\n"
    "Der *Wachhabende* hat das Funkgerät (intern 4711, wache@schiff.example) und ruft. Die\n"
    "*Schreiberin* (intern 4712) hält alles fest. Für Lecks ist die Werft (0800 555 0142, Tag und\n"
    "Nacht) da.\n"
)


def test_names_in_italics_are_roles(words: Vocabulary) -> None:
    found = compile_playbook(DECK, words).roles
    assert [(one.name, one.line) for one in found] == [("Wachhabende", 5), ("Schreiberin", 5)]
    assert found[0].duties[0].text.startswith("hat das Funkgerät")


def test_addresses_in_parentheses_are_contacts(words: Vocabulary) -> None:
    found = compile_playbook(DECK, words).contacts
    assert [(one.label, one.value) for one in found] == [
        ("Wachhabende", "intern 4711"),
        ("Wachhabende", "wache@schiff.example"),
        ("Schreiberin", "intern 4712"),
        ("Werft", "0800 555 0142"),
    ]


def test_one_word_in_italics_is_nobody(words: Vocabulary) -> None:
    page = "# Ship\n\n## Roles\n\nThe *whole* crew helps (call 4711). We sail.\n"
    book = compile_playbook(page, words)
    assert not book.roles
    assert not book.contacts


def test_a_part_that_equals_somebody_is_a_role(words: Vocabulary) -> None:
    said = "Schreiber = wer am Tisch sitzt. Er liest vor.\n\nx = 3\n"
    found = compile_playbook(f"# Schiff\n\n## Rollen\n\n{said}", words).roles
    assert [(one.name, one.duties[0].text) for one in found] == [
        ("Schreiber", "wer am Tisch sitzt.")
    ]


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (
            "Ring the gate house (+44 1632 960 004, always there).",
            [("gate house", "+44 1632 960 004")],
        ),
        ("Die Leitwarte anrufen (06999 410 11).", [("Leitwarte", "06999 410 11")]),
        ("Set the limit (0600 1200 00).", []),
        ("Call the gate house (section 4).", []),
        ("Call the gate house (2026-01-14).", []),
    ],
)
def test_a_number_behind_whom_a_step_calls_is_a_contact(
    step: str, expected: list[tuple[str, str]], words: Vocabulary
) -> None:
    text = f"# Zoo\n\n## First steps\n\n1. {step}\n2. Write it down.\n"
    found = compile_playbook(text, words).contacts
    assert [(one.label, one.value) for one in found] == expected


def test_a_mailbox_behind_a_label_may_have_more_behind_it(words: Vocabulary) -> None:
    page = "# Zoo\n\nReports to: post@zoo.test (read by day).\n"
    found = compile_playbook(page, words).contacts
    assert [(one.label, one.value) for one in found] == [
        ("Reports to", "post@zoo.test (read by day).")
    ]
