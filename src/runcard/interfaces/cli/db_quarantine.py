"""`runcard db quarantine`: a person knows that this is a copy where nothing else shows it."""

import typer

from runcard.db.database import Database
from runcard.db.migrate import open_of_this_version
from runcard.flows.database_is_recognised import database_is_put_in_quarantine
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output

WHY = "somebody said that it is a copy"


def quarantine(ctx: typer.Context) -> None:
    """Say that the database of the settings is a copy: what is planned in it waits.

    For a copy that looks like its original: a PostgreSQL server restored from its files, a whole
    machine that was cloned. Say it before the server starts on it.
    """
    asked = invocation(ctx)
    db = Database()
    db.open(open_of_this_version(asked.settings().database))
    try:
        database_is_put_in_quarantine(db, WHY)
    finally:
        db.close()
    lines = ["✓ In quarantine: what was planned waits for runcard db release, new alerts page"]
    output(asked).result({"quarantine": True}, lines)
