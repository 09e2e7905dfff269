"""Words, tables and codes are read once, from the files of their rooms."""

import subprocess
import sys

from runcard.adapters.reference_works import read_linter, read_tables, read_vocabulary

HEAVY = ("fastapi", "starlette", "sqlalchemy", "alembic")


def test_everything_is_read_once() -> None:
    linter = read_linter()
    assert linter.words is read_vocabulary()
    assert linter.tables is read_tables()


def test_every_code_of_the_files_is_known() -> None:
    assert {"RC101", "RC725"} <= set(read_vocabulary().kinds)


def test_who_only_judges_documents_loads_no_server() -> None:
    ask = "import sys; import runcard.interfaces.cli.check; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert not set(HEAVY) & set(loaded.stdout.split())
