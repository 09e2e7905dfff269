"""The sentence that says in which case a runbook, or a promise, is for."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.procedures.conditions import says_if
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("If it stays cold, boil it.", True),
        ("Falls er kalt bleibt, kochen.", True),
        ("Si l'eau reste froide, chauffer.", True),
        ("Boil it if it stays cold.", False),
        ("", False),
    ],
)
def test_a_case_stands_at_the_beginning(sentence: str, is_one: bool, words: Vocabulary) -> None:
    assert says_if(sentence, words) is is_one


@pytest.mark.parametrize(
    ("above", "condition"),
    [
        ("If the pot leaks, put it out.", "If the pot leaks"),
        ("Wenn der Topf leckt:", "Wenn der Topf leckt"),
        ("The pot leaks.", None),
    ],
)
def test_the_case_of_a_runbook(above: str, condition: str | None, words: Vocabulary) -> None:
    fence = "```sh\nkettlectl boil\n```"
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{above}\n\n{fence}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert (book.condition.text if book.condition else None) == condition


WORK = "1. Close the lid\n2. Drain the pot\n\n"


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        (f"**If the pot leaks:**\n\n{WORK}", ["recovery"]),
        (f"**Falls der Topf leckt**\n\n{WORK}", ["recovery"]),
        (f"**If the pot leaks:**\n\n{WORK}**If it is cold:**\n\n{WORK}",
         ["if_the_pot_leaks", "if_it_is_cold"]),
        (f"Look at the pot.\n\n**If the pot leaks:**\n\n{WORK}", ["if_the_pot_leaks"]),
    ],
)  # fmt: skip
def test_the_only_case_below_a_heading_is_no_part(
    body: str, parts: list[str], words: Vocabulary
) -> None:
    """It says when all of it is done; of several, each is a part."""
    text = f"# Tea\n\n## Runbooks\n\n### Kettle recovery\n\n{body}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert [part.name for part in book.parts] == parts
