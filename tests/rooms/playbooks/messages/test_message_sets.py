"""Messages below headings that say nothing of messages; and work that only looks like them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def titles(text: str, words: Vocabulary) -> list[tuple[str, bool]]:
    found = compile_playbook(f"# Theatre\n\n{text}", words).templates
    return [(one.title, one.literal) for one in found]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Seat [row] is wet since [time]. Please move.", "All seats are dry again."),
        ("Subject: Wet seats\n\nSeat {row} is wet.", "Subject: Dry\n\nAll seats are dry again."),
        ("Platz {Reihe} ist seit {Uhrzeit} nass.", "Alle Plätze sind wieder trocken."),
        ("座席[番号]が[時刻]からぬれています。", "すべての座席が乾きました。"),
    ],
)
def test_neighbours_of_one_text_each_are_messages(first: str, last: str, words: Vocabulary) -> None:
    text = (
        f"## On the curtain\n\n### Before\n\n```\n{first}\n```\n\n### Later\n\n```\n{last}\n```\n"
    )
    assert titles(text, words) == [("Before", False), ("Later", True)]


def test_quotations_are_read_as_well(words: Vocabulary) -> None:
    text = (
        "## On the curtain\n\n### Before\n\n> Seat {row} is wet since {time}.\n\n"
        "### Later\n\n> All seats are dry again.\n>\n> Seat {row} as well.\n"
    )
    assert titles(text, words) == [("Before", False), ("Later", False)]


def test_commands_with_gaps_are_no_messages(words: Vocabulary) -> None:
    text = (
        "## Things to try\n\n### Lamp\n\n```\nlampctl restart <lamp>\n```\n\n"
        "### Curtain\n\n```\ncurtainctl open <side>\n```\n"
    )
    assert titles(text, words) == []


def test_a_subject_makes_a_message_of_a_single_fence(words: Vocabulary) -> None:
    said = "Oggetto: Sipario fermo\n\nIl sipario è fermo dalle [ora]."
    assert titles(f"## Friday evenings\n\n```\n{said}\n```\n", words) == [
        ("Friday evenings", False)
    ]
