"""The commands of a document as somebody looks them up on one page."""

import pytest

from runcard.app import read_vocabulary
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.fenced_commands import CommandWords, quick_commands

WORDS = CommandWords(("quick reference",), ("sleep", "echo"))


def commands(text: str) -> list[tuple[str, str, int]]:
    found = quick_commands(compile_playbook(text, read_vocabulary()), WORDS)
    return [(one.heading, one.text, one.line) for one in found]


def test_each_command_stands_under_its_heading() -> None:
    text = "## 🔥 Oven **cold**\n\n```bash\n# look\nsystemctl status oven\n\n$ oven --now\n```\n"
    assert commands(text) == [
        ("Oven cold", "systemctl status oven", 5),
        ("Oven cold", "oven --now", 7),
    ]


def test_a_command_over_several_lines_is_one() -> None:
    text = "```sh\nkubectl get pods \\\n  -n ovens \\\n  -o wide\nkubectl version\n```\n"
    assert [one[1] for one in commands(text)] == [
        "kubectl get pods -n ovens -o wide",
        "kubectl version",
    ]
    assert commands("```sh\nls \\\n```\n") == [("", "ls", 2)]


def test_what_is_no_command_to_look_up_is_left_out() -> None:
    shell = "```bash\nsleep 30\n1. Call the baker\necho done\nls\n```\n"
    text = f"{shell}\n```json\n{{}}\n```\n\n```\nls -l\n```\n"
    assert [one[1] for one in commands(text)] == ["ls"]


def test_one_that_is_said_twice_is_shown_once_and_where_it_is_for_reference() -> None:
    text = (
        "## A\n\n```sh\nls\n```\n\n## Quick Reference\n\n```sh\nls\n```\n\n## B\n\n```sh\nls\n```\n"
    )
    assert commands(text) == [("Quick Reference", "ls", 10)]


def test_a_fence_inside_a_list_and_one_that_never_ends() -> None:
    assert commands("1. Look:\n\n   ```bash\n   df -h\n   ```\n") == [("", "df -h", 4)]
    assert commands("```bash\nls\n") == []


@pytest.mark.parametrize(
    "text", ["", "```", "```bash", "~~~sh\n\\\n~~~", "```sh\n$ \n```", "```sh\n\0\n```"]
)
def test_nothing_makes_it_fail(text: str) -> None:
    commands(text)
