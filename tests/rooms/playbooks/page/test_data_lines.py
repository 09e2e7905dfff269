"""Lines of data: each knows where it stands, and nothing that is broken is more than text."""

import pytest

from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.page.data_lines import data_lines
from runcard.domain.playbooks.page.fenced_data import as_written_out

LAUGHS = [
    f"{name}: &{name} [*{below}, *{below}, *{below}]"
    for below, name in zip("abcdefgh", "bcdefghi", strict=True)
]
BROKEN = {
    "yaml": [
        "mill:",
        "\t- : :",
        "  ? [",
        " hands: {{",
        "'",
        "- - -",
        "a: *nobody",
        "%YAML 9",
        "!!x",
    ],
    "json": ["{", '"mill": {', '"hands": [', '"Ada', "}}", "]", ',"', "NaN", '{"a":{"b":'],
    "toml": [
        "[mill",
        "[[]]",
        "[.]",
        "hands = ",
        "= 4",
        '[a."b]',
        "[a]",
        "[a]",
        'x = """',
        "[[a.b]]",
    ],
}


def read(lang: str, *lines: str) -> list[tuple[int, str, str]]:
    return [(one.line, one.key, one.value) for one in data_lines(Fence(10, 99, lang, lines))]


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("yaml", ["# who", "mill:", "", "  hand: Ada", "  days:", "    - Monday"]),
        ("json", ["{", '"mill": {', "", '  "hand": "Ada",', '  "days": [', '    "Monday"', "  ]"]),
        ("toml", ["", "[mill]", "", 'hand = "Ada"', "days = [", '  "Monday",', "]"]),
    ],
)
def test_every_entry_knows_its_line(lang: str, lines: list[str]) -> None:
    assert read(lang, *lines) == [
        (12, "mill", ""),
        (14, "hand", "Ada"),
        (15, "days", ""),
        (16, "", "Monday"),
    ]


def test_a_record_on_one_line_is_read_as_one_on_several() -> None:
    whole = data_lines(Fence(1, 3, "json", ('{ "who": "Ada", "pay": "4" }',)))
    assert [(one.key, one.value, one.begins) for one in whole] == [
        ("who", "Ada", True),
        ("pay", "4", False),
    ]


@pytest.mark.parametrize("lang", ["yaml", "json", "toml", "", "bash"])
def test_nothing_broken_raises(lang: str) -> None:
    for lines in BROKEN.values():
        fence = Fence(1, 2 + len(lines), lang, tuple(lines))
        assert all(1 < one.line < fence.end for one in data_lines(fence))
        as_written_out(fence)


def test_what_refers_to_itself_is_not_followed() -> None:
    assert len(data_lines(Fence(1, 20, "yaml", ("a: &a [ha, ha]", *LAUGHS)))) == 9


@pytest.mark.parametrize("lang", ["yaml", "json", "toml"])
def test_what_is_nested_without_end_is_read_in_time(lang: str) -> None:
    deep = tuple(" " * at + f'"k{at}": {{' for at in range(2_000))
    tables = tuple(f"[{'.'.join('a' * 30)}]\nx = {at}" for at in range(2_000))
    flow = ('{"a": ' * 9_000, "[" * 50_000, "- " * 50_000, "{" + "a: b, " * 9_000 + "}")
    for lines in (deep, tables, flow):
        assert len(as_written_out(Fence(1, 2 + len(lines), lang, lines))) <= 20_000
