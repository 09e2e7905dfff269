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


@pytest.mark.parametrize(
    "lines",
    [
        ("said: >-", "  The wheel", "", "  - stands", "hand: Ada"),
        ("said: The wheel", "  stands  # for now", "", "", "hand: Ada"),
    ],
)
def test_text_that_goes_on_belongs_to_its_key(lines: tuple[str, ...]) -> None:
    first, last = data_lines(Fence(10, 16, "yaml", lines))
    assert "stands" in first.told[-1].text
    assert lines[first.told[-1].line - 11].strip() == first.told[-1].text
    assert (last.key, last.value, last.line, last.told) == ("hand", "Ada", 15, ())


@pytest.mark.parametrize(
    "lines",
    [
        ("mill: { hand: Ada, days: [Monday, Friday] }",),
        ('{"mill":{"hand":"Ada","days":["Monday","Friday"]}}',),
        ("", '{ "mill": { "hand": "Ada", "days": [ "Monday", "Friday" ] } }', ""),
    ],
)
def test_what_is_nested_on_one_line_reads_as_on_several(lines: tuple[str, ...]) -> None:
    assert [(key, value) for _, key, value in read("json", *lines)] == [
        ("mill", ""),
        ("hand", "Ada"),
        ("days", ""),
        ("", "Monday"),
        ("", "Friday"),
    ]


def test_records_of_json_begin_alike_however_their_braces_stand() -> None:
    apart = ("[", "  {", '    "who": "Ada"', "  }, {", '    "who": "Bo"', "  }", "]")
    close = ("[{", '  "who": "Ada"', "}, {", '  "who": "Bo"', "}]")
    for lines in (apart, close):
        found = data_lines(Fence(1, 9, "json", lines))
        assert [(one.value, one.begins) for one in found] == [("Ada", True), ("Bo", True)]
        assert len({one.depth for one in found}) == 1


def test_braces_around_the_whole_add_no_depth() -> None:
    whole = ('{ "Ada": "4", "Bo": "5" }',)
    apart = ("{", '  "Ada": "4",', '  "Bo": "5"', "}")
    for lines in (whole, apart):
        assert len({one.depth for one in data_lines(Fence(1, 9, "json", lines))}) == 1


def test_tables_inside_a_record_of_toml_are_part_of_it() -> None:
    ada = ("[[hands]]", 'who = "Ada"', "[hands.pay]", "day = 4")
    bo = ("[[hands]]", 'who = "Bo"', "hours = [", "  9,", "  10,", "]")
    found = as_written_out(Fence(1, 12, "toml", (*ada, *bo)))
    assert [(one.line, one.depth, one.text) for one in found] == [
        (3, 1, "**Ada**:"),
        (4, 2, "**pay**:"),
        (5, 3, "**day**: 4"),
        (7, 1, "**Bo**:"),
        (8, 2, "**hours**:"),
        (9, 3, "9"),
        (10, 3, "10"),
    ]


def test_a_gap_outside_data_is_no_list() -> None:
    assert read("", "hand: [name, number]") == [(11, "hand", "[name, number]")]
    assert len(read("yaml", "hand: [name, number]")) == 3
