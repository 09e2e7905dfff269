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
