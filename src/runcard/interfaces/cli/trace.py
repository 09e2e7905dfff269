"""`runcard trace`: what each promising line of a playbook does in the product today."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from runcard.domain.people.model import TeamFile
from runcard.flows.trace_of_lines import Behaviour, Traced, trace
from runcard.interfaces.cli.invocation import Invocation, invocation
from runcard.interfaces.cli.output import Output, columns, output
from runcard.interfaces.cli.playbook_files import card_of, compiled

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class Form(StrEnum):
    """How the rows are printed."""

    TEXT = "text"
    JSON = "json"


@app.command("trace")
def trace_file(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="A Markdown file.")],
    form: Annotated[
        Form, typer.Option("--format", help="Lines for people, or one document for programs.")
    ] = Form.TEXT,
) -> None:
    """Say of every line that promises something what it does in the product, or `none yet`."""
    asked = invocation(ctx)
    one = compiled(file)
    rows = trace(card_of(file, one.playbook, TeamFile()))
    out = output(asked) if form is Form.TEXT else json_output(asked)
    out.result(document(file, rows), [*columns([*map(cells, rows)]), summary(rows)])


def json_output(asked: Invocation) -> Output:
    """As if `--json` had been said."""
    return Output(as_json=True, quiet=asked.quiet)


def cells(row: Traced) -> tuple[str, ...]:
    """Line, kind, behaviour, and what it is about."""
    carried = "" if row.behaviour is Behaviour.NONE else f": {row.by.value}"
    return f"L{row.line}", row.kind.value, f"{row.behaviour.value}{carried}", row.what


def summary(rows: Sequence[Traced]) -> str:
    """How many promises are kept today."""
    open_ones = sum(1 for row in rows if row.behaviour is Behaviour.NONE)
    return f"{len(rows)} promises: {len(rows) - open_ones} carried out, {open_ones} none yet"


def document(file: Path, rows: Sequence[Traced]) -> dict[str, object]:
    """One document for programs."""
    counted = Counter(row.behaviour.value for row in rows)
    fields = [
        {
            "line": row.line,
            "kind": row.kind.value,
            "behaviour": row.behaviour.value,
            "by": row.by.value,
            "what": row.what,
        }
        for row in rows
    ]
    return {"file": str(file), "counts": dict(sorted(counted.items())), "promises": fields}
