"""Variables that nothing in a document sets."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["gatectl -h $QUAY -u $PILOT list"], ["$QUAY, $PILOT in line 4"]),
        (["ship $A4 $B4", "ship $A4 $B4 now"], ["$A4, $B4 in line 4, 5"]),
        (["ship $A4 $B4", "ship $A4"], ["$A4 in line 4, 5; $B4 in line 4"]),
        (["ship $A4", "ship $B4"], ["$A4 in line 4; $B4 in line 5"]),
    ],
)
def test_variables_of_the_same_fence_are_one_finding(
    lines: list[str], told: list[str], words: Vocabulary
) -> None:
    text = "\n".join(["# Quay", "", "```bash", *lines, "```", ""])
    found = [one.message for one in found_in(text, words) if one.code == "RC710"]
    assert [one.partition(": ")[2] for one in found] == told


@pytest.mark.parametrize(
    ("remark", "is_found"),
    [
        ("# Try the key (from the environment)", False),
        ("# Den Schlüssel prüfen, aus dem Tresor", False),
        ("# Try the key of the gate", True),
        ("# Den Schlüssel prüfen", True),
    ],
)
def test_the_remark_above_says_where_the_value_is_kept(
    remark: str, is_found: bool, words: Vocabulary
) -> None:
    text = f'# G\n\n```bash\n{remark}\ngatectl try --key "$GATE_PASS"\n```\n'
    assert ("RC710" in {one.code for one in found_in(text, words)}) is is_found


def test_the_variables_of_one_section_are_told_together(words: Vocabulary) -> None:
    fence = "```bash\ncurl -m 9 $GATE\ncurl -m 9 $LOCK $GATE\n```\n"
    other = "```bash\ncurl -m 9 $WEIR\n```\n"
    text = f"# Canal\n\n## Flood\n\n{fence}\n## Ebb\n\n{other}"
    found = [one for one in found_in(text, words) if one.code == "RC710"]
    assert [(one.line, one.end_line) for one in found] == [(6, 7), (13, 13)]
    assert found[0].message.endswith("$GATE in line 6, 7; $LOCK in line 7")
    assert found[1].message.endswith("$WEIR in line 13")
