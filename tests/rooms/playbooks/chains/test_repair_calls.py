"""The calls at the end of a repair, drawn with an arrow behind their case."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import chains

REPAIR = "## Runbooks\n\n### {}\n\n#### {}\n\n- x\n\n#### {}\n\n{}\n"


@pytest.mark.parametrize(
    ("titles", "entry", "steps"),
    [
        (
            ("Cold stove", "Fix", "Escalation"),
            "- Still cold in 20 minutes: **call the duty lead → CTO**.",
            [("duty lead", "Still cold in 20 minutes", 1200), ("CTO", None, None)],
        ),
        (
            ("炉子冷了", "修复", "升级路径"),
            "- 20 分钟内点不着：**通知 CTO → Owner**。",
            [("CTO", "20 分钟内点不着", 1200), ("Owner", None, None)],
        ),
        (
            ("Forno frio", "Correção", "Escalação"),
            "- Risco de incêndio: avisar CTO → CEO",
            [("CTO", "Risco de incêndio", None), ("CEO", None, None)],
        ),
    ],
)
def test_an_arrow_behind_a_case_calls_in_turn(
    titles: tuple[str, str, str],
    entry: str,
    steps: list[tuple[str, str | None, int | None]],
    words: Vocabulary,
) -> None:
    assert chains(REPAIR.format(*titles, entry), words) == [steps]


@pytest.mark.parametrize(
    ("title", "entry"),
    [
        ("Escalation", "- Still cold: call the duty lead"),
        ("Escalation", "- Pipe: valve → pump → tank"),
        ("Fix", "- Still cold: call the duty lead → CTO"),
        ("Escalation", "- Reach: duty lead (radio → phone)"),
    ],
)
def test_one_name_and_other_arrows_call_nobody_in_turn(
    title: str, entry: str, words: Vocabulary
) -> None:
    assert chains(REPAIR.format("Cold stove", "Look", title, entry), words) == []
