"""A line that only says which way it is leads to whoever stands above it."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def labels(text: str, words: Vocabulary) -> list[str]:
    return [one.label for one in compile_playbook(f"# Mill\n\n{text}", words).contacts]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("```\nLevel 1: Shift lead\n  - Phone: [number]\n  - Slack: @lead\n```\n", "Shift lead"),
        ("```\nStufe 1: Teamleitung\n- Telefon: [Nummer]\n- Chat: @leitung\n```\n",
         "Teamleitung"),
        ("**Shift lead**\n\n- Phone: 4711\n- Slack: @lead\n", "Shift lead"),
    ],
)  # fmt: skip
def test_both_ways_lead_to_the_same(text: str, whom: str, words: Vocabulary) -> None:
    assert labels(f"## Contacts\n\n{text}", words) == [whom, whom]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("**Virtual room**\n\n- Slack: #room\n- Mill: #mill\n", ["Slack", "Mill"]),
        ("- Slack: #room\n- Mill: #mill\n", ["Slack", "Mill"]),
    ],
)
def test_a_chat_below_nobody_keeps_its_name(text: str, told: list[str], words: Vocabulary) -> None:
    assert labels(f"## Contacts\n\n{text}", words) == told
