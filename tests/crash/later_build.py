"""A copy of this Runcard as a later build would be: its schema is one step further, and its code
writes what the step added. The step only adds, and promises that the build before it can go on.
"""

import shutil
from pathlib import Path
from textwrap import dedent

from tests.crash.node import SOURCE

OLDEST_IT_WORKS_FOR = "0006"
REVISION = "9000"
TABLES = ("alert", "attempt", "incident", "job", "page", "timer")
"""Each gets a column more: what the earlier build holds of their shape is out of date."""
STEP = """\
    import sqlalchemy as sa
    from alembic import op

    revision = "{revision}"
    down_revision = "{after}"
    branch_labels = None
    depends_on = None


    def upgrade() -> None:
        for table in {tables}:
            op.add_column(
                table, sa.Column("build", sa.String(), nullable=False, server_default="earlier")
            )
        op.create_index("ix_attempt_build", "attempt", ["build"])
        op.create_table("tide", sa.Column("at", sa.BigInteger(), primary_key=True))
        op.execute("insert into schema_promise values ('{revision}', '{works_for}')")
    """
PAGING = Path("runcard/domain/paging/store.py")
COLUMN = '    Column("outcome", String),\n)\nIndex("ix_attempt_way"'
ROW = '        "outcome": None,\n    }\n'


def make_later_build(at: Path, after: str) -> Path:
    """The folder to import it from; `after` is the newest step of the build it is made of."""
    shutil.copytree(SOURCE, at, ignore=shutil.ignore_patterns("__pycache__"))
    step = dedent(STEP).format(
        revision=REVISION, after=after, tables=TABLES, works_for=OLDEST_IT_WORKS_FOR
    )
    versions = at / "runcard" / "db" / "migrations" / "versions"
    (versions / f"{REVISION}_tide.py").write_text(step, encoding="utf-8")
    column = '    Column("build", String, nullable=False),\n'
    replace(at / PAGING, COLUMN, COLUMN.replace(")\nIndex", f"{column})\nIndex"))
    replace(at / PAGING, ROW, ROW.replace("    }", '        "build": "later",\n    }'))
    return at


def replace(file: Path, words: str, others: str) -> None:
    """In its one place; where it has moved, the copy would be no other build."""
    text = file.read_text(encoding="utf-8")
    assert text.count(words) == 1, f"{file.name} does not hold once:\n{words}"
    file.write_text(text.replace(words, others), encoding="utf-8")
