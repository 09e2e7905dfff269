"""Labels with their values are found on lines, in rows and under heads."""

from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.procedures.properties import stated


def pieces(text: str) -> list[str]:
    return [one.text for section in outline(text).sections for one in stated(section)]


def test_a_line_may_hold_several() -> None:
    assert pieces("RTO: 5 min | RPO: 0 · Owner: Ada") == ["RTO: 5 min", "RPO: 0", "Owner: Ada"]


def test_a_row_of_two_is_a_label_and_its_value() -> None:
    assert "RTO: 5 min" in pieces("| Target | Value |\n|---|---|\n| RTO | 5 min |")


def test_a_head_stands_above_values_of_several_cases() -> None:
    found = pieces("| Case | RTO |\n|---|---|\n| a | 5 min |\n| b | 1 h |")
    assert [one for one in found if one.startswith("RTO")] == ["RTO: 5 min (a)", "RTO: 1 h (b)"]


def test_a_title_may_end_in_some() -> None:
    for title, inside in (("Fail over (RTO 15 min, RPO 0)", "RTO 15 min, RPO 0"),
                          ("Umschalten (RTO: 2 h)", "RTO: 2 h")):  # fmt: skip
        assert inside in pieces(f"# Tea\n\n## {title}\n\nBoil it.\n")
    assert pieces("# Tea\n\n## Fail over\n\nBoil it.\n") == ["Boil it."]


def test_other_signs_part_two_only_in_front_of_a_label() -> None:
    for line in (
        "Level: P1, target: 5 min",
        "Level: P1; target: 5 min",
        "Level: P1  target: 5 min",
    ):
        assert pieces(line) == ["Level: P1", "target: 5 min"]
    assert pieces("レベル：P1、目標時間：5分") == ["レベル：P1", "目標時間：5分"]
    for line in ("Level: P1, if the kettle is cold", "级别：P1，如果水冷"):
        assert pieces(line) == [line]
