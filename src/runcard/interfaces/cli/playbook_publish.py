"""`runcard playbook publish`: put documents in force on the server."""

from pathlib import Path
from typing import Annotated, Any

import typer

from runcard.interfaces.cli.client import Client, connect
from runcard.interfaces.cli.errors import ExitCode
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output
from runcard.interfaces.cli.playbook_changes import change_lines, document_of, path_of
from runcard.interfaces.cli.playbook_library import documents, name_of, team_here
from runcard.kernel.errors import Conflict, Invalid

CONFIRM = "Look at it with runcard playbook diff, then publish it again with --confirm"


def publish(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="Markdown files, or folders of them.")],
    name: Annotated[
        str | None, typer.Option("--as", help="The playbook's name; else by the team file.")
    ] = None,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Also where levels, calls, clocks or templates go.")
    ] = False,
) -> None:
    """Put documents in force.

    One that loses a level, a call, a clock or a template is refused until somebody confirms it.
    """
    asked = invocation(ctx)
    found = documents(files)
    if name is not None and len(found) > 1:
        raise Invalid(f"--as {name} names one document, and {len(found)} were given")
    team, folder = team_here(asked)
    told: list[Any] = []
    lines: list[str] = []
    with connect(asked) as client:
        for file in found:
            answer = published(client, file, name or name_of(file, team, folder), confirm)
            told.append(answer)
            lines += lines_of(answer)
    output(asked).result(told, lines)
    if any("refused" in one for one in told):
        output(asked).note(f"  Next: {CONFIRM}")
        raise typer.Exit(ExitCode.CONFLICT)


def published(client: Client, file: Path, name: str, confirm: bool) -> Any:
    """What the server made of it; a refusal is no end, the other documents are published."""
    body = {"source": document_of(file), "confirm": confirm}
    try:
        return client.post(path_of(name, "versions"), body)
    except Conflict as fault:
        return {"name": name, "refused": fault.message}


def lines_of(answer: Any) -> list[str]:
    if "refused" in answer:
        return [f"✕ {answer['name']}: {answer['refused']}"]
    head = f"✓ {answer['name']} is in force: {answer['version']}"
    return [head, *(f"  {line}" for line in change_lines(answer["changes"]))]
