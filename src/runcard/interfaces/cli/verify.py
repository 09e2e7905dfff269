"""`runcard verify`."""

from typing import Any

import typer

from runcard.interfaces.cli.client import connect
from runcard.interfaces.cli.errors import ExitCode
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def verify(ctx: typer.Context) -> None:
    """Recompute the chain of every timeline; exit 7 where an entry was changed or removed."""
    asked = invocation(ctx)
    with connect(asked) as client:
        answer = client.get("/verify")
    output(asked).result(answer, sentences(answer))
    if not answer["holds"]:
        raise typer.Exit(ExitCode.FINDINGS)


def sentences(answer: Any) -> list[str]:
    if answer["holds"]:
        return [f"✓ The timeline holds: {answer['entries']} entries, none changed, none missing"]
    found = [
        f"✕ {broken['subject']}, entry {broken['position']}: {broken['why']}"
        for broken in answer["breaks"]
    ]
    advice = "  Next: compare with your newest backup, and find out who can write to the database"
    return [*found, advice]
