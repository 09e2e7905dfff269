"""Each table carries its own examples, and a table that is wrong is refused by name."""

from typing import Any

import pytest

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.judge import prepare
from runcard.domain.commands.rulebook_file import GENERAL, tables_from
from runcard.kernel.errors import Invalid
from tests.rooms.commands.saying import said

Files = dict[str, dict[str, Any]]
FEWEST_TOOLS = 100


def test_the_examples_of_every_table_hold(toml_files: Files, bench: Bench) -> None:
    examples = [
        (name, text, expected)
        for name, table in toml_files.items()
        for text, expected in table.get("tests", {}).items()
    ]
    prepare([text for _, text, _ in examples], bench)
    wrong = [
        f"{name}.toml: {text!r} is {got}, expected {expected}"
        for name, text, expected in examples
        if (got := said(text, bench)) != expected
    ]
    assert not wrong, "\n".join(wrong)


def test_every_table_of_a_tool_has_an_example_or_is_reached_through_another(
    toml_files: Files,
) -> None:
    silent = [
        name
        for name, table in toml_files.items()
        if name not in GENERAL and not table.get("tests")
        if not all(tool.endswith(":") for tool in table["names"])
    ]
    assert silent == []


def test_there_are_tables_for_well_over_a_hundred_tools(bench: Bench) -> None:
    assert len(bench.tables.tools) > FEWEST_TOOLS


def test_a_key_that_nobody_reads_is_refused() -> None:
    wrong = tables_from({"mytool": {"names": ["mytool"], "rule": [{"efect": "read_only"}]}})
    with pytest.raises(Invalid, match=r"mytool\.toml has a key nobody reads: efect"):
        wrong.find("mytool", "")


def test_two_tables_for_one_tool_are_refused() -> None:
    with pytest.raises(Invalid, match="describes mytool, and so does another"):
        tables_from({"one": {"names": ["mytool"]}, "two": {"names": ["mytool"]}})


def test_a_new_tool_is_taught_by_a_few_lines(bench: Bench, toml_files: Files) -> None:
    taught = {
        "mytool": {
            "names": ["mytool"],
            "rule": [
                {"verbs": ["list"], "effect": "read_only"},
                {"verbs": ["drop"], "effect": "destructive", "evidence": "destroys"},
            ],
        }
    }
    wiser = Bench(tables_from(toml_files | taught), bench.parser)
    assert said("mytool list", bench) == "mutating"
    assert said("mytool list", wiser) == "read_only"
    assert said("mytool drop x", wiser) == "destructive destroys"
    assert said("mytool other", wiser) == "mutating"
