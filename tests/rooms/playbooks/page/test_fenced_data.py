"""Data in fences as lists."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.page.fenced_data import (
    as_written_out,
    branches_of,
    listed,
    spoken,
    without_data_at,
)
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary


def written(lang: str | None, *lines: str) -> list[tuple[int, int, str]]:
    entries = as_written_out(Fence(10, 11 + len(lines), lang, lines))
    return [(one.line, one.depth, one.text) for one in entries]


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("yaml", ["hands:", "  mill_hand:", "    pay: 4", "    days:", "      - Monday"]),
        (
            "json",
            [
                "{",
                '"mill_hand": {',
                '  "pay": "4",',
                '  "days": [',
                '    "Monday"',
                "  ]",
                "}",
                "}",
            ],
        ),
    ],
)
def test_each_entry_keeps_its_line_and_its_depth(lang: str, lines: list[str]) -> None:
    assert written(lang, *lines) == [
        (12, 1, "**mill hand**:"),
        (13, 2, "**pay**: 4"),
        (14, 2, "**days**:"),
        (15, 3, "Monday"),
    ]


@pytest.mark.parametrize("above", ["[hands]", "# who works here"])
def test_a_table_of_toml_is_above_its_keys_and_one_without_any_says_nothing(above: str) -> None:
    lines = [above, "[hands.mill]", 'pay = "4"', "", "[hands.cart]", 'pay = "5"']
    assert written("toml", *lines) == [
        (12, 1, "**mill**:"),
        (13, 2, "**pay**: 4"),
        (15, 1, "**cart**:"),
        (16, 2, "**pay**: 5"),
    ]


def test_records_of_toml_are_named_by_what_stands_first() -> None:
    lines = ["[[hands]]", 'who = "Ada"', 'pay = "4"', "[[hands]]", 'who = "Bo"', 'pay = "5"']
    assert [text for _, _, text in written("toml", *lines)] == [
        "**Ada**:",
        "**pay**: 4",
        "**Bo**:",
        "**pay**: 5",
    ]


def test_records_of_json_are_named_by_what_stands_first() -> None:
    lines = ["[", "  {", '    "who": "Ada",', '    "pay": "4"', "  },", "  {", '    "who": "Bo",']
    assert written("json", *lines, '    "pay": "5"', "  }", "]") == [
        (13, 1, "**Ada**:"),
        (14, 2, "**pay**: 4"),
        (17, 1, "**Bo**:"),
        (18, 2, "**pay**: 5"),
    ]


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (None, ["mill:", "  - Ada"]),
        ("bash", ["mill:", "  - Ada"]),
        ("yaml", ["mill: Ada", "carter: Bo"]),
        ("yaml", ["mill:", "carter:"]),
        ("yaml", ["mill:", "  - Ada", "rain: much"]),
        ("yaml", []),
    ],
)
def test_other_fences_and_keys_on_their_own_are_no_records(
    lang: str | None, lines: list[str]
) -> None:
    assert written(lang, *lines) == []


def test_a_long_line_is_read_in_time() -> None:
    assert written("yaml", "a" * 50_000, "[" * 50_000, "- " * 50_000) == []


def test_every_key_above_others_is_a_branch_with_the_keys_above_it() -> None:
    lines = ("house:", "  mill_hands:", "    Ada:", "      pay: 4", "    Bo: { pay: 5 }")
    found = [*branches_of(Fence(10, 16, "yaml", lines))]
    assert [one.path for one in found] == [
        (),
        ("house",),
        ("mill hands", "house"),
        ("Ada", "mill hands", "house"),
        ("Bo", "mill hands", "house"),
    ]
    assert [one.line for one in found[2].above] == [12, 11]
    assert [inner[0].key for inner in found[2].inner] == ["Ada", "Bo"]
    assert [(one.line, one.depth, one.text) for one in listed(found[2].inner[1])] == [
        (15, 1, "**Bo**:"),
        (15, 2, "**pay**: 5"),
    ]


@pytest.mark.parametrize("lang", [None, "bash"])
def test_other_fences_have_no_branches(lang: str | None) -> None:
    assert [*branches_of(Fence(1, 4, lang, ("hands:", "  Ada: 4")))] == []


def test_branches_of_what_is_nested_without_end_are_read_in_time() -> None:
    deep = tuple(" " * at + f"k{at}:" for at in range(1_500))
    assert len([*branches_of(Fence(1, 1_502, "yaml", deep))]) < 20


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("response_time", "response time"),
        ("responseTime", "response time"),
        ("McAlister", "McAlister"),
        ("SEV1", "SEV1"),
    ],
)
def test_a_key_is_spoken_in_words(key: str, words: str) -> None:
    assert spoken(key) == words


def test_data_that_was_read_is_left_out_and_nothing_else() -> None:
    page = outline("# Mill\n\n```yaml\nhands:\n  Ada: 4\n```\n\n```\nAda: 4\n```\n\n- Bo\n")
    left = without_data_at(page, {5, 9, 12})
    assert [block.line for section in left.sections for block in section.blocks] == [8, 12]
    assert without_data_at(page, {9, 12}) is page


PAGE = Path(__file__).parents[4] / "docs/how-to/keep-data-in-a-fence.md"


def test_the_example_of_the_page_is_understood(words: Vocabulary) -> None:
    shown = dedent("".join(re.findall(r"(?m)^(?: {4}.*)?\n", PAGE.read_text("utf-8"))))
    found = compile_playbook(f"# Ovens\n\n{shown}", words)
    assert [(one.key, one.response and one.response.seconds) for one in found.severities] == [
        ("SEV1", 600),
        ("SEV2", 3600),
    ]
    assert [
        (step.who, step.after and step.after.seconds)
        for chain in found.chains
        for step in chain.steps
    ] == [("baker on call", None), ("shift lead", 900)]
    assert [one.what for one in found.drills] == ["Restore the recipes from the backup"]
