"""`runcard doctor`: everything Runcard needs, looked at in one go."""

import os
from collections.abc import Sequence

import typer

from runcard.interfaces.api.health import Health
from runcard.interfaces.cli import checkup_machine as machine
from runcard.interfaces.cli.checkup import Line, Lines, bad_because
from runcard.interfaces.cli.checkup_nodes import health_by, nodes
from runcard.interfaces.cli.checkup_store import database, sqlite_file
from runcard.interfaces.cli.checkup_words import team_and_playbooks
from runcard.interfaces.cli.client import Client
from runcard.interfaces.cli.discovery import read_note
from runcard.interfaces.cli.errors import ExitCode
from runcard.interfaces.cli.invocation import Invocation, invocation
from runcard.interfaces.cli.output import columns, output
from runcard.kernel.errors import RuncardError
from runcard.settings import Settings

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def doctor(ctx: typer.Context) -> None:
    """Look at everything Runcard needs; exit 7 when something will not work."""
    asked = invocation(ctx)
    found = list(looked_at(asked))
    output(asked).result(found, shown(found))
    if any(line.is_bad for line in found):
        raise typer.Exit(ExitCode.FINDINGS)


def looked_at(asked: Invocation) -> Lines:
    """Without settings that can be read there is nothing more to look at."""
    yield from machine.python()
    yield from machine.variables(os.environ)
    try:
        settings = asked.settings()
    except RuncardError as fault:
        yield bad_because("Settings", fault)
        return
    running, health = answering(settings)
    yield from machine.disk(settings)
    yield from database(settings, running)
    yield from team_and_playbooks(settings)
    yield from machine.mail(settings)
    yield from machine.port(settings, running)
    if health is not None and sqlite_file(settings.database) is not None:
        yield from nodes(health)


def answering(settings: Settings) -> tuple[str | None, Health | None]:
    """The address of our server on this data, and how it is, if it answers."""
    note = read_note(settings.data)
    if note is None:
        return None, None
    try:
        with Client(note) as client:
            return note.url, health_by(client)
    except RuncardError:
        return None, None


def shown(found: Sequence[Line]) -> list[str]:
    """Each with its next step below; the last line counts."""
    heads = columns([(line.mark, line.about, line.says.replace("\n", " ")) for line in found])
    lines = []
    for line, head in zip(found, heads, strict=True):
        lines.append(head)
        if line.next:
            lines.append(f"     Next: {line.next}")
    bad = sum(line.is_bad for line in found)
    doubtful = sum(line.mark == "▲" for line in found)
    lines.append(f"{len(found)} looked at: {bad} will not work, {doubtful} may not")
    return lines
