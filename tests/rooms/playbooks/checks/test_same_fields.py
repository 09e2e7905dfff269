"""A message that asks for one thing twice, and what only looks so."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LEVELS = "# Gates\n\n## Severity levels\n\n- P1: stuck\n- P2: slow\n\n## Templates\n\n"


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)}


def message(*lines: str) -> str:
    return "\n".join(["### Notice", "", "```", *lines, "```", ""])


def test_the_form_of_a_time_is_no_field(words: Vocabulary) -> None:
    diary = message("- HH:MM lock shut", "- HH:MM [what was done]")
    twice = message("Lock: [which]", "Lock: [which]")
    assert "RC505" not in codes(LEVELS + diary, words)
    assert "RC505" in codes(LEVELS + twice, words)


@pytest.mark.parametrize(
    ("second", "is_found"),
    [
        ("Head Pilot:", False),
        ("Quay & Customs Desk:", False),
        ("", True),
        ("The gate is shut.", True),
    ],
)
def test_below_the_name_of_another_the_same_field_is_his(
    second: str, is_found: bool, words: Vocabulary
) -> None:
    first = ("Lock Keeper:", "  - Role: turns the wheel", "  - Reach: [number]")
    text = LEVELS + message(*first, second, "  - Role: [what else]", "  - Reach: [number]")
    assert ("RC505" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("second", "is_found"),
    [
        ("- Closing, to the same people", False),
        ("- Abschluss, an dieselben", False),
        ("  - to the same people", True),
        ("  - an dieselben", True),
    ],
)
def test_an_entry_further_out_begins_another_message(
    second: str, is_found: bool, words: Vocabulary
) -> None:
    fields = "  - Subject: {}\n  - Text: the gate at [quay] {}, until [time]\n"
    text = f"# Quay\n\n## Message templates\n\n- First\n{fields.format('shut', 'is shut')}"
    text += f"{second}\n{fields.format('open', 'is open')}"
    assert ("RC505" in codes(text, words)) is is_found


@pytest.mark.parametrize("text", ["> [STATUS] {x} <y>", "# Quay\n\n> [STATUS] {x} <y>"])
def test_a_message_at_the_edge_of_the_page_has_no_neighbour(text: str, words: Vocabulary) -> None:
    assert "RC505" not in codes(text, words)
