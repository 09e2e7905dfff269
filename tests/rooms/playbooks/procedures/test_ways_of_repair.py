"""Ways of repair beside each other are a choice, and no course of steps."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

STEPS = "1. Stop the wheel\n2. Choose the version\n"


def understood(text: str, words: Vocabulary) -> tuple[list[tuple[str, str]], list[str]]:
    found = compile_playbook(f"# Mill\n\n{text}", words)
    books = [(one.title, one.kind.value) for one in found.runbooks]
    return books, [one.title for one in found.phases]


@pytest.mark.parametrize(
    ("heading", "ways"),
    [("Recovery flow", ("Sluice rollback", "Ledger recovery")),
     ("Wiederherstellung", ("Rollback der Schleuse", "Wiederherstellung der Liste")),
     ("Restaurer", ("Restauration du registre", "Bascule du moulin"))],
)  # fmt: skip
def test_each_is_a_procedure(heading: str, ways: tuple[str, str], words: Vocabulary) -> None:
    text = f"## {heading}\n\n### {ways[0]}\n\n{STEPS}\n### {ways[1]}\n\n{STEPS}"
    text += f"\n### {ways[1]} II\n\nSee the other page.\n"
    assert understood(text, words) == ([(ways[0], "procedure"), (ways[1], "procedure")], [])


def test_a_course_is_for_different_things(words: Vocabulary) -> None:
    names = ["Detection", "Containment", "Recovery"]
    body = "".join(f"### {name}\n\n{STEPS}\n" for name in names)
    assert understood(f"## Response process\n\n{body}", words) == ([], names)
