"""`runcard playbook show`: what a document means to the engine, in three forms."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.writing.json_form import json_of
from runcard.domain.playbooks.writing.truth_form import truth_of
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output
from runcard.interfaces.cli.playbook_files import Compiled, compiled
from runcard.interfaces.cli.playbook_lines import lines_of


class Form(StrEnum):
    """The forms in which a playbook is shown."""

    TEXT = "text"
    JSON = "json"
    TRUTH = "truth"


def show(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="A Markdown file.")],
    form: Annotated[
        Form, typer.Option("--format", help="Lines for people, or one document for programs.")
    ] = Form.TEXT,
) -> None:
    """What was understood of a playbook, each item with its file and line."""
    asked = invocation(ctx)
    one = compiled(file)
    if asked.as_json and form is Form.TEXT:
        form = Form.JSON
    if form is Form.TEXT:
        output(asked).lines(lines_of(one.playbook, str(file)))
    else:
        typer.echo(json.dumps(document(one, form), ensure_ascii=False, indent=1))


def document(one: Compiled, form: Form) -> dict[str, object]:
    """The playbook for programs: our own form, or that of the truth files."""
    if form is Form.TRUTH:
        return truth_of(one.playbook, one.file.stem, read_vocabulary())
    return json_of(one.playbook)
