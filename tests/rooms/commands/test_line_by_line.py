"""A block in which not all is a command, and one that cannot be read as a whole: by its lines."""

import pytest

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.model import Kind
from tests.rooms.commands.test_records import found, places


def test_settings_among_commands_are_prose(bench: Bench) -> None:
    records = found(bench, "docker stats\n\n# in compose.yml\nlimits:\n  heat: 8")
    assert places(records) == [(10, 10, "command"), (13, 13, "prose"), (14, 14, "prose")]


def test_what_is_done_on_a_screen_is_no_command(bench: Bench) -> None:
    block = "ovenctl ps\n\n# In the console\nGo to: Ovens → Heat\nOvens → West → Log\necho 'a → b'"
    kinds = [(one.line, one.kind.value) for one in found(bench, block)]
    assert kinds == [(10, "command"), (13, "prose"), (14, "prose"), (15, "command")]


def test_entries_of_a_file_and_of_a_table_of_jobs_are_prose(bench: Bench) -> None:
    block = 'ovenctl ps\n"heat": "ovenctl heat --all",\n*/30 * * * * ovenctl heat'
    assert places(found(bench, block)) == [
        (10, 10, "command"), (11, 11, "prose"), (12, 12, "prose"),
    ]  # fmt: skip


def test_what_is_sent_belongs_to_its_request(bench: Bench) -> None:
    block = '# Close the door\nPUT /doors/7\n{\n  "state": "shut"\n}\n\nGET /doors/7'
    assert places(found(bench, block)) == [(11, 14, "command"), (16, 16, "command")]


def test_a_statement_among_commands_is_one_record(bench: Bench) -> None:
    block = (
        "ovenctl ps\n"
        "SELECT\n  pid,\n  heat\nFROM ovens;\n"
        "# Put them out\n"
        "UPDATE ovens\nSET heat = 0\nWHERE hall = 'west';\n"
        "ovenctl ps"
    )
    assert places(found(bench, block)) == [
        (10, 10, "command"), (11, 14, "command"), (16, 18, "command"), (19, 19, "command"),
    ]  # fmt: skip


def test_words_to_send_and_a_drawing_of_folders_are_prose(bench: Bench) -> None:
    block = '"The ovens are cold.\nWe are on it."\n\n├── heat.sh  # heats\n- Ring the baker'
    assert places(found(bench, block)) == [(10, 11, "prose"), (13, 13, "prose"), (14, 14, "prose")]
    assert [one.kind for one in found(bench, '"$HEAT" --all ovens of west')] == [Kind.COMMAND]


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        ("SELECT 1\nreboot", [10, 11]),
        ("SELECT 1\nreboot;", [10, 11]),
        ("SELECT 1\nrm -rf /srv/ovens", [10, 11]),
        ("SELECT 1\n\nreboot;", [10, 12]),
        ("SELECT\n  heat\nFROM\n  ovens;", [10]),
    ],
)
@pytest.mark.parametrize("below", ["", "\n- Ring the baker"])
def test_no_command_is_taken_into_a_statement(
    block: str, lines: list[int], below: str, bench: Bench
) -> None:
    records = [one for one in found(bench, block + below) if one.kind is Kind.COMMAND]
    assert [one.line for one in records] == lines
