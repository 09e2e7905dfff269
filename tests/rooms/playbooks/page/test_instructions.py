"""What a page asks to be done: fences, and code in tables and sentences that a person would run."""

from importlib.resources import files

import pytest
import tomli

from runcard.adapters.reference_works import read_vocabulary
from runcard.adapters.shell.shfmt import Shfmt
from runcard.domain.commands.classify import Bench
from runcard.domain.commands.model import Kind
from runcard.domain.commands.rulebook_file import tables_from
from runcard.domain.playbooks.page.instructions import Instruction, instructions
from runcard.domain.playbooks.page.outline import outline

PAGE = """\
# Ferry desk

## Look

Run `systemctl status desk` first, then look at `desk.log`.

```bash
export HOST=desk-1
# Is it up?
ssh $HOST uptime
# Call the harbour master
```

| what | how |
|---|---|
| restart | `docker restart desk` |
| words | `see the handbook` |

1. Stop it:

   ```sh
   docker stop desk
   ```

```yaml
run: rm -rf /
```
"""


@pytest.fixture(scope="module")
def bench() -> Bench:
    folder = files("runcard.domain.commands").joinpath("tables")
    tables = {
        file.name.removesuffix(".toml"): tomli.loads(file.read_text("utf-8"))
        for file in folder.iterdir()
    }
    return Bench(tables_from(tables), Shfmt())


def found(bench: Bench, page: str = PAGE) -> list[Instruction]:
    return instructions(outline(page), bench, read_vocabulary().orders)


def test_commands_are_found_in_fences_sentences_and_tables(bench: Bench) -> None:
    commands = [one.record for one in found(bench) if one.record.kind is Kind.COMMAND]
    assert [(one.line, one.text) for one in commands] == [
        (5, "systemctl status desk"),
        (8, "export HOST=desk-1"),
        (10, "ssh $HOST uptime"),
        (16, "docker restart desk"),
        (22, "   docker stop desk"),
    ]


def test_a_comment_at_the_end_is_for_people(bench: Bench) -> None:
    manual = [one.record for one in found(bench) if one.record.kind is Kind.MANUAL]
    assert [(one.line, one.text) for one in manual] == [(11, "# Call the harbour master")]


def test_what_was_set_above_in_the_block_is_known_below(bench: Bench) -> None:
    ssh = next(one for one in found(bench) if one.record.line == 10)
    assert ssh.known == {"HOST"}


def test_each_has_the_headings_above_it(bench: Bench) -> None:
    assert {one.section for one in found(bench)} == {("Look",)}


@pytest.mark.parametrize(
    "page", ["", "```", "```bash\n", "`" * 50, "| a |\n|-|\n| `rm x` |", "> ```sh\n> ls"]
)
def test_odd_pages_are_read_without_complaint(page: str, bench: Bench) -> None:
    assert isinstance(found(bench, page), list)


def test_a_program_that_a_fence_runs_is_known_in_sentences(bench: Bench) -> None:
    page = (
        "# Lamp\n\n```bash\nlampctl status --all\n```\n\nLater: `lampctl thaw --all`, `lamp x`.\n"
    )
    assert [one.record.text for one in found(bench, page)] == [
        "lampctl status --all",
        "lampctl thaw --all",
    ]


def test_words_of_a_device_are_commands_where_the_page_speaks_to_one(bench: Bench) -> None:
    said = "See `show isis interface detail` again.\n"
    session = "```\nshow isis adjacency\nshow log messages\n```\n\n"
    assert [one.record.line for one in found(bench, f"# Ring\n\n{session}{said}")] == [4, 5, 8]
    assert found(bench, f"# Ring\n\n{said}") == []


def test_a_tool_of_the_house_is_known_by_several_of_its_commands(bench: Bench) -> None:
    page = (
        "# Tide\n\nRun `tide gates shut --now`.\n\nThen `tide gates list`; `weir level` is known.\n"
    )
    assert [one.record.text for one in found(bench, page)] == [
        "tide gates shut --now",
        "tide gates list",
    ]
    assert found(bench, "# Tide\n\nOnce `tide gates shut --now`.\n") == []
    assert found(bench, "# Tide\n\nThe `tide table` and the `tide gauge`.\n") == []
