"""`runcard verify`."""

from typing import Any

import typer

from runcard.db.database import Database
from runcard.db.engine import open_engines
from runcard.interfaces.cli.client import connect
from runcard.interfaces.cli.discovery import running_here
from runcard.interfaces.cli.errors import ExitCode
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output
from runcard.kernel.actor import Engine
from runcard.ledgers.timeline.queries import verified

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def verify(ctx: typer.Context) -> None:
    """Recompute the chain of every timeline; exit 7 where an entry was changed or removed.

    Asks the server that runs here or the one that --server names; where none runs, the database of
    the settings is opened and read.
    """
    asked = invocation(ctx)
    if asked.server is None and running_here(asked) is None:
        answer = read_directly(asked.settings().database)
    else:
        with connect(asked) as client:
            answer = client.get("/verify")
    output(asked).result(answer, sentences(answer))
    if not answer["holds"]:
        raise typer.Exit(ExitCode.FINDINGS)


def read_directly(address: str) -> dict[str, Any]:
    """What the server would answer. Raises Conflict while another process has the database."""
    engines = open_engines(address)
    try:
        found = Database(engines).read(verified, Engine())
    finally:
        engines.close()
    return {
        "entries": found.entries,
        "holds": not found.breaks,
        "breaks": [
            {"subject": one.subject, "position": one.position, "why": one.why}
            for one in found.breaks
        ],
    }


def sentences(answer: Any) -> list[str]:
    if answer["holds"]:
        return [f"✓ The timeline holds: {answer['entries']} entries, none changed, none missing"]
    found = [
        f"✕ {broken['subject']}, entry {broken['position']}: {broken['why']}"
        for broken in answer["breaks"]
    ]
    advice = "  Next: compare with your newest backup, and find out who can write to the database"
    return [*found, advice]
