"""A phone tree that names each case in a line of its own, above whom it calls."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import Step, chains

TREE = "## {}\n\n```\n{}```\n"


@pytest.mark.parametrize(
    ("title", "lines", "steps"),
    [
        (
            "Escalation phone tree",
            "First bell:\n  → Miller (@miller in the chat)\n\nNo answer (5 min):\n  → Owner\n",
            [("Miller", "First bell", None), ("Owner", "No answer (5 min)", 300)],
        ),
        (
            "Eskalation",
            "Keine Antwort (5 Minuten):\n  -> Müller\nNachts:\n  -> Chef\n  -> Graf\n",
            [
                ("Müller", "Keine Antwort (5 Minuten)", 300),
                ("Chef", "Nachts", None),
                ("Graf", "Nachts", None),
            ],
        ),
    ],
)
def test_the_line_above_is_the_case(
    title: str, lines: str, steps: list[Step], words: Vocabulary
) -> None:
    assert chains(TREE.format(title, lines), words) == [steps]


@pytest.mark.parametrize(
    "lines", ["First bell:\n  → Miller\n", "First bell:\nNo answer:\n  → Miller\n"]
)
def test_one_case_alone_or_without_anybody_is_no_such_tree(lines: str, words: Vocabulary) -> None:
    found = chains(TREE.format("Escalation", lines), words)
    assert "First bell" not in {case for chain in found for _, case, _ in chain}


@pytest.mark.parametrize(
    ("behind", "way"),
    [
        ("(page: 01632 960 118)", ("Miller", "01632 960 118", "phone")),
        ("(@miller in the chat)", ("Miller", "@miller in the chat", "chat")),
        ("(by night)", None),
        ("", None),
    ],
)
def test_the_brackets_behind_a_name_tell_how_it_is_called(
    behind: str, way: tuple[str, str, str] | None, words: Vocabulary
) -> None:
    tree = TREE.format("Escalation", f"Bell:\n  → Miller {behind}\nNo answer:\n  → Owner\n")
    found = compile_playbook(f"# Mill\n\n{tree}", words).contacts
    told = [(one.label, one.value, one.kind) for one in found]
    assert told == ([] if way is None else [way])
