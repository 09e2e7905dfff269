"""Loops that leave out a member of what the words above name, and those that do not."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def told(label: str, lines: str, words: Vocabulary, lang: str = "bash") -> list[str]:
    text = f"# Lock\n\n## Gate turned\n\n{label}\n\n```{lang}\n{lines}\n```\n"
    return [one.message.rpartition(": ")[2] for one in found_in(text, words)
            if one.code == "RC852"]  # fmt: skip


THREE = "for g in gate1 gate2 gate3; do ssh $g lockctl close; done"


@pytest.mark.parametrize(
    ("label", "left"),
    [
        ("On gate1–gate4:", ["gate4 left out here"]),
        ("On gate1-4 close them:", ["gate4 left out here"]),
        ("Auf gate1 bis gate5 schließen:", ["gate4, gate5 left out here"]),
        ("Sur gate1, gate2, gate3 et gate4 :", ["gate4 left out here"]),
        ("En gate1, gate2, gate3 y gate4:", ["gate4 left out here"]),
        ("Em `gate1`, `gate2`, `gate3` e `gate4`:", ["gate4 left out here"]),
        ("On gate1–gate3:", []),
        ("On gate1–gate4, except gate4:", []),
        ("Auf gate1 bis gate4 außer gate4:", []),
        ("As on gate4, close gate1, gate2 and gate3:", []),
        ("On gate1–gate3 and lamp1–lamp2:", []),
        ("On all gates:", []),
        ("On gate2–gate4:", []),
    ],
)
def test_every_member_that_is_named(label: str, left: list[str], words: Vocabulary) -> None:
    assert told(label, THREE, words) == left


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ("for g in gate{1..3}; do\n  ssh $g lockctl close\ndone", True),
        ("for g in gate{1..4}; do\n  ssh $g lockctl close\ndone", False),
        (f"{THREE}\nssh gate4 lockctl close --slowly", False),
        ("for g in $GATES; do ssh $g lockctl close; done", False),
        ("for g in gate1; do ssh $g lockctl close; done", False),
    ],
)
def test_forms_of_a_loop(lines: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(told("On gate1–gate4:", lines, words)) is is_found


def test_a_loop_of_powershell(words: Vocabulary) -> None:
    loop = "foreach ($g in {}) {{ Restart-Service -Name gate }}"
    some, every = "'TOR1','TOR2'", "'TOR1','TOR2','TOR3'"
    assert told("Auf TOR1–TOR3:", loop.format(some), words, "powershell") == ["TOR3 left out here"]
    assert told("Auf TOR1–TOR3:", loop.format(every), words, "powershell") == []
