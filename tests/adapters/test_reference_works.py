"""Words, tables and codes are read once, from the files of their rooms."""

import subprocess
import sys

import pytest
import tomli

from runcard.adapters.reference_works import (
    TableOfTools,
    read_linter,
    read_tables,
    read_vocabulary,
    tables_in,
)
from runcard.domain.commands.rulebook_file import tables_from

HEAVY = ("fastapi", "starlette", "sqlalchemy", "alembic")


def test_everything_is_read_once() -> None:
    linter = read_linter()
    assert linter.words is read_vocabulary()
    assert linter.tables is read_tables()


def test_every_tool_is_what_its_file_read_at_once_says() -> None:
    whole = tables_from(tables_in("runcard.domain.commands", "tables"))
    assert dict(read_tables().tools) == dict(whole.tools)


FERRY = 'names = ["[", "ferry]"]\nreader = true\n[[rule]]\nverbs = ["land"]\n'


@pytest.mark.parametrize("text", [FERRY, f"# Ferries.\n{FERRY}", FERRY.replace(", ", ",\n  ")])
def test_a_file_of_tools_is_a_table_wherever_its_names_stand(text: str) -> None:
    assert TableOfTools(text)["names"] == ["[", "ferry]"]
    assert dict(TableOfTools(text)) == tomli.loads(text)
    assert TableOfTools(text).get("rule") == [{"verbs": ["land"]}]
    assert TableOfTools(text).get("when") is None


def test_the_rest_of_a_file_is_not_read_for_its_names() -> None:
    broken = TableOfTools('names = ["ferry"]\n[[rule\n')
    assert broken["names"] == ["ferry"]
    with pytest.raises(tomli.TOMLDecodeError):
        broken.get("rule")


def test_every_code_of_the_files_is_known() -> None:
    assert {"RC101", "RC725"} <= set(read_vocabulary().kinds)


def test_who_only_judges_documents_loads_no_server() -> None:
    ask = "import sys; import runcard.interfaces.cli.check; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert not set(HEAVY) & set(loaded.stdout.split())
