"""The annotations that would settle what a playbook leaves open, for `runcard check --suggest`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.suggestions import suggestions
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output
from runcard.interfaces.cli.playbook_files import compiled

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def suggest(
    ctx: typer.Context, files: Annotated[list[Path], typer.Argument(help="Markdown files.")]
) -> None:
    """Print the annotation that would settle each thing a playbook leaves open."""
    seen = [(str(file), compiled(file).playbook) for file in files]
    lines = [line for name, playbook in seen for line in suggestion_lines(name, playbook)]
    output(invocation(ctx)).result(documents(seen), lines)


def suggestion_lines(name: str, playbook: Playbook) -> list[str]:
    """Where, why, and the line to paste; one sentence where nothing is open."""
    found = suggestions(playbook)
    if not found:
        return [f"{name}: nothing is left open that an annotation could settle"]
    return [line for one in found for line in (f"{name}:{one.line}: {one.why}", one.annotation, "")]


def documents(seen: Sequence[tuple[str, Playbook]]) -> object:
    """One document for programs."""
    return {
        "files": [
            {"file": name, "suggestions": list(suggestions(playbook))} for name, playbook in seen
        ]
    }
