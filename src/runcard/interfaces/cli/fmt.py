"""`runcard playbook fmt`: a document in canonical Markdown, with the meaning it has."""

from pathlib import Path
from typing import Annotated

import typer

from runcard.adapters.playbook_disk import words_of
from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.writing.canonical import Canonical, canonical
from runcard.interfaces.cli.errors import ExitCode, advised
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output
from runcard.kernel.errors import Invalid


def fmt(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="A Markdown file.")],
    write: Annotated[bool, typer.Option("--write", help="Change the file.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Print nothing; exit 7 if the file would change.")
    ] = False,
) -> None:
    """Print the document in canonical Markdown; it means the same to the compiler."""
    if write and check:
        raise advised(Invalid("--write changes the file and --check does not"), "Say one of them")
    text = words_of(file)
    form = canonical(text, read_vocabulary())
    note = output(invocation(ctx)).note
    if check:
        note(said_of(file, form, text))
        raise typer.Exit(ExitCode.FINDINGS if form.text != text else ExitCode.OK)
    if write:
        if form.text != text:
            file.write_bytes(form.text.encode("utf-8"))
        note(said_of(file, form, text))
    else:
        typer.echo(form.text, nl=False)


def said_of(file: Path, form: Canonical, text: str) -> str:
    """What changed, or would change, in one line."""
    if form.text == text:
        return f"{file} is canonical"
    left = f", {form.left_out} left out because they would change its meaning"
    changes = "1 change" if form.changes == 1 else f"{form.changes} changes"
    return f"{file}: {changes} of layout{left if form.left_out else ''}"
