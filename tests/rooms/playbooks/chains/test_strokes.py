"""What the lines of a picture are: boxes, branches, notes beside an arrow, or signs alone."""

import pytest

from runcard.domain.playbooks.chains.strokes import Kind, is_drawn, points_down, strokes
from runcard.domain.playbooks.model import Text


def read(*lines: str) -> list[tuple[Kind, str]]:
    told = [Text(line, at) for at, line in enumerate(lines, 1)]
    return [(one.kind, one.text.text) for one in strokes(told)]


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("  Miller", Kind.BOX, "Miller"),
        ("  │ Miller │", Kind.BOX, "Miller"),
        ("  ├─ S2: miller", Kind.BRANCH, "S2: miller"),
        ("  |-- Can he mend it? --> He does", Kind.BRANCH, "Can he mend it? --> He does"),
        ("  └──> owner", Kind.BRANCH, "owner"),
        ("  │  silent for 10 min", Kind.NOTE, "silent for 10 min"),
        ("  v (silent for 10 min)", Kind.NOTE, "silent for 10 min"),
        ("  ↓ (flood > 1 hour (or fire))", Kind.NOTE, "(flood > 1 hour (or fire))"),
        ("  (after 10 min)", Kind.NOTE, "after 10 min"),
        ("  |", Kind.LINK, ""),
        ("  v", Kind.LINK, ""),
        ("  +-----------+", Kind.LINK, ""),
        ("vicar", Kind.BOX, "vicar"),
    ],
)
def test_a_line_alone(line: str, kind: Kind, text: str) -> None:
    assert read(line) == [(kind, text)]


def test_a_second_line_in_a_frame_is_more_of_the_box() -> None:
    found = read("┌────────┐", "│ Miller │", "│ (night) │", "└────────┘", "│ Owner │")
    assert [kind for kind, _ in found] == [Kind.LINK, Kind.BOX, Kind.MORE, Kind.LINK, Kind.BOX]


def test_a_picture_has_an_arrow_or_branches() -> None:
    assert is_drawn([Text("miller -> owner", 1)])
    assert is_drawn([Text("miller", 1), Text("v (10 min)", 2), Text("owner", 3)])
    assert is_drawn([Text("bell", 1), Text("├── miller", 2), Text("└── owner", 3)])
    assert not is_drawn([Text("miller", 1), Text("owner", 2)])
    assert points_down("  ▼")
    assert not points_down("vicar")


def test_remarks_below_a_name_are_left_out() -> None:
    told = read(
        "  Miller", "  ──────", "  • keeps the log,", "    also at night", "    |", "  - Owner"
    )
    assert [text for kind, text in told if kind is Kind.BOX] == ["Miller", "Owner"]
