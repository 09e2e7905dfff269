"""The commands of a document as somebody looks them up on one page."""

import pytest

from runcard.adapters.reference_works import read_linter, read_vocabulary
from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.model import Runbook
from runcard.domain.playbooks.page.instructions import instructions
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.quick_commands import CommandWords, QuickCommand, quick_commands

ORDERS = read_vocabulary().orders
WORDS = CommandWords(("quick reference",), ("sleep", "echo"))


def found_in(text: str) -> tuple[QuickCommand, ...]:
    tools = read_linter().bench()
    return quick_commands(
        instructions(outline(text), tools, read_vocabulary().orders), WORDS, tools
    )


def commands(text: str) -> list[tuple[str, str, int]]:
    return [(one.heading, one.text, one.line) for one in found_in(text)]


def test_each_command_stands_under_its_heading() -> None:
    text = (
        "## 🔥 Oven **cold**\n\n```bash\n# look\nsystemctl status oven\n```\n\n"
        "```console\n$ systemctl restart oven\n```\n"
    )
    assert commands(text) == [
        ("Oven cold", "systemctl status oven", 5),
        ("Oven cold", "systemctl restart oven", 9),
    ]


def test_a_command_over_several_lines_is_one() -> None:
    text = "```sh\nkubectl get pods \\\n  -n ovens \\\n  -o wide\nkubectl version\n```\n"
    assert [one[1] for one in commands(text)] == [
        "kubectl get pods -n ovens -o wide",
        "kubectl version",
    ]


def test_what_is_no_command_to_look_up_is_left_out() -> None:
    shell = "```bash\nsleep 30\n1. Call the baker\necho done\nls\n```\n"
    assert [one[1] for one in commands(f"{shell}\n```json\n{{}}\n```\n")] == ["ls"]


def test_a_command_in_a_table_counts() -> None:
    text = "## Quick Reference\n\n| What | How |\n|---|---|\n| Ovens | `kubectl get pods` |\n"
    assert commands(text) == [("Quick Reference", "kubectl get pods", 5)]


def test_one_that_is_said_twice_is_shown_once_and_where_it_is_for_reference() -> None:
    text = (
        "## A\n\n```sh\nls\n```\n\n## Quick Reference\n\n```sh\nls\n```\n\n## B\n\n```sh\nls\n```\n"
    )
    assert commands(text) == [("Quick Reference", "ls", 10)]


def test_one_of_a_runbook_says_of_which() -> None:
    text = "## Oven cold\n\n### Repair\n\n```sh\nls\n```\n\n## Cellar wet\n\n```sh\npwd\n```\n"
    runbooks = (Runbook("Oven cold", 1, end_line=7), Runbook("Cellar wet", 9, end_line=13))
    tools = read_linter().bench()
    found = quick_commands(
        instructions(outline(text), tools, read_vocabulary().orders), WORDS, tools, runbooks
    )
    assert [one.heading for one in found] == ["Oven cold · Repair", "Cellar wet"]


@pytest.mark.parametrize(
    ("command", "effect"),
    [
        ("kubectl get pods", Effect.READ_ONLY),
        ("systemctl restart oven", Effect.MUTATING),
        ("redis-cli FLUSHALL", Effect.DESTRUCTIVE),
        ("./tide.sh", Effect.MUTATING),
    ],
)
def test_each_says_what_it_does(command: str, effect: Effect) -> None:
    assert [one.effect for one in found_in(f"```bash\n{command}\n```\n")] == [effect]


@pytest.mark.parametrize(
    "text", ["", "```", "```bash", "~~~sh\n\\\n~~~", "```sh\n$ \n```", "```sh\n\0\n```"]
)
def test_nothing_makes_it_fail(text: str) -> None:
    commands(text)
