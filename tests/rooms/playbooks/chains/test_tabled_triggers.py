"""Reasons to escalate in a table; rows of waits are none."""

import pytest

from runcard.domain.playbooks.chains.triggers import placed_triggers
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("title", "heads", "cases"),
    [
        (
            "When to escalate",
            "Condition | Action | By",
            ("Ink on the floor", "**Press hot** for 1 h"),
        ),
        ("Wann eskalieren", "Auslöser | Wer | Wie", ("Farbe läuft aus", "Presse heiß")),
        ("升级条件", "条件 | 动作 | 谁", ("油墨泄漏", "印刷机过热")),
    ],
)
def test_the_first_column_has_the_cases(
    title: str, heads: str, cases: tuple[str, ...], words: Vocabulary
) -> None:
    rows = "".join(f"| {case} | Ring the printer | - |\n" for case in cases)
    page = f"# Print shop\n\n## {title}\n\n| {heads} |\n|---|---|---|\n{rows}"
    found, line = placed_triggers(outline(page), words)
    assert [one.text for one in found] == [case.replace("**", "") for case in cases]
    assert line == 3


@pytest.mark.parametrize(
    ("title", "heads", "cells"),
    [
        ("When to escalate", "When | Who", ("After 5 minutes", "After 20 minutes")),
        ("When to escalate", "Severity | Who", ("P1", "P2")),
        ("Printing", "Condition | Action", ("Ink on the floor", "Press hot")),
    ],
)
def test_waits_and_levels_and_other_cases_are_none(
    title: str, heads: str, cells: tuple[str, ...], words: Vocabulary
) -> None:
    rows = "".join(f"| {cell} | Printer |\n" for cell in cells)
    page = f"# Print shop\n\n## {title}\n\n| {heads} |\n|---|---|\n{rows}"
    assert placed_triggers(outline(page), words)[0] == ()
