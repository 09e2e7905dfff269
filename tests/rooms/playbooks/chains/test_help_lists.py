"""Whom to call when help is needed; and steps of work of which one is a call."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import chains


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (("## Watch\n\nIf you get stuck:\n\n1. Phone the other miller (see the door).\n"
         "2. Phone the head miller."), ["other miller", "head miller"]),
        (("## Bereitschaft\n\nWenn du nicht weiterkommst:\n\n1. Die zweite Müllerin anrufen.\n"
         "2. Werkleitung anrufen."), ["zweite Müllerin", "Werkleitung"]),
        (("## Astreinte\n\nSi vous êtes bloqué :\n\n1. Appeler le second meunier.\n"
         "2. Appeler le chef du moulin."), ["second meunier", "chef du moulin"]),
        ("## If you need help\n\n- Call the carter\n- Call the smith", ["carter", "smith"]),
    ],
)  # fmt: skip
def test_calls_below_a_line_that_says_when(text: str, names: list[str], words: Vocabulary) -> None:
    assert [[who for who, _, _ in chain] for chain in chains(text, words)] == [names]


def test_entries_tell_their_cases_in_any_form(words: Vocabulary) -> None:
    text = (
        "### Escalation\n\nIf you need a hand:\n\n1. Ring the second watch\n"
        "2. After 20 minutes of P1 without progress, ring the head miller\n"
        "3. After 1 hour of P1, the head miller tells the owner\n"
        "4. For anything wet: the sluice keeper, number on the gate\n"
        "5. Fire brigade for anything with smoke: +44 1632 960 401, gate 2"
    )
    assert chains(text, words) == [[
        ("second watch", None, None),
        ("head miller", "After 20 minutes of P1 without progress", 1200),
        ("owner", "After 1 hour of P1", 3600),
        ("sluice keeper", "For anything wet", None),
        ("Fire brigade", "for anything with smoke", None),
    ]]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "## Work\n\nIf the wheel is stuck:\n\n1. Shut the gate.\n2. Call the owner.\n3. Oil it.",
        "## If you are stuck\n\n1. Read the board.\n2. Ask in #mill.",
        "## Runbooks\n\n### Wheel\n\nIf you are stuck:\n\n1. Call the smith.\n2. Call Bo.",
        "## Watch\n\nOn Mondays:\n\n1. Call the carter.\n2. Call the smith.",
    ],
)
def test_steps_of_work_are_no_order_of_calling(text: str, words: Vocabulary) -> None:
    assert chains(text, words) == []
