"""A pasted list is one, whatever its points are."""

import pytest

from runcard.domain.playbooks.page.blocks import items
from runcard.domain.playbooks.page.other_points import with_points
from runcard.domain.playbooks.page.outline import outline


@pytest.mark.parametrize("point", ["•", "▪", "●", "·", "‣", "–", "—"])
def test_a_list_with_other_points_is_a_list(point: str) -> None:
    text = f"# Mill\n\nCalls:\n{point} the miller\n{point} the baker\n\n- Look\n  {point} left\n"
    text += f"  {point} right\n"
    found = items(outline(text).sections[1])
    assert [(one.text, one.depth, one.line) for one in found] == [
        ("the miller", 1, 4), ("the baker", 1, 5), ("Look", 1, 7), ("left", 2, 8), ("right", 2, 9),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [["Kind regards,", "— The mill"], ["We grind", "– when there is wind –", "every day."],
     ["```", "• flour", "• oats", "```"], ["10 • 20"], ["•flour"], ["–5 °C", "–7 °C"]],
)  # fmt: skip
def test_what_is_no_list_stays_as_it_is(lines: list[str]) -> None:
    assert with_points(lines) == lines
