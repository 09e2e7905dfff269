"""`runcard ready`: every promise of a document, and what it is bound to here."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from runcard.adapters.team_file import read_team_file
from runcard.domain.escalation.readiness import Held, Readiness, readiness
from runcard.domain.people.team_file import decode
from runcard.interfaces.cli.errors import ExitCode
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import columns, output
from runcard.interfaces.cli.playbook_files import card_of, compiled
from runcard.kernel.clock import SystemClock

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def ready(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The Markdown file.")],
    team: Annotated[Path | None, typer.Option(help="The team file; else that of the settings.")] = (
        None
    ),
) -> None:
    """Print every promise with what it is bound to, or nobody; exit 7 if one does not hold."""
    asked = invocation(ctx)
    people = decode(read_team_file(team or asked.settings().team))
    card = card_of(file, compiled(file).playbook, people)
    found = readiness(card, SystemClock().now())
    told = {"levels": dict(found.levels), "names": found.names, "ready": found.is_ready}
    output(asked).result(told, lines_of(found))
    if not found.is_ready:
        raise typer.Exit(ExitCode.FINDINGS)


def lines_of(found: Readiness) -> list[str]:
    """A section a level, one for the names, and the count."""
    levels = [line for name, held in found.levels for line in section(name, held)]
    return [*levels, *section("Names", found.names), count_of(found.all)]


def section(name: str, held: Sequence[Held]) -> list[str]:
    rows = [("✓" if one.holds else "✕", one.what, one.to, one.place) for one in held]
    return [name, *columns(rows, indent="  "), ""]


def count_of(held: Sequence[Held]) -> str:
    """The last line: how many hold."""
    broken = sum(not one.holds for one in held)
    if not broken:
        return f"✓ All {len(held)} promises are bound to somebody or something"
    does = "promise does" if broken == 1 else "promises do"
    return f"✕ {broken} of {len(held)} {does} not hold"
