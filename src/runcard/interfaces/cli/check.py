"""`runcard check`: what was understood of a playbook, and what was not."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from runcard.domain.playbooks.model import Finding, Grade
from runcard.interfaces.cli.errors import ExitCode
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output
from runcard.interfaces.cli.playbook_files import Compiled, compiled
from runcard.interfaces.cli.understood import understood

app = typer.Typer(add_completion=False, rich_markup_mode=None)
MARK = {Grade.ERROR: "✕", Grade.WARNING: "▲", Grade.INFO: " "}


@app.command()
def check(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="Markdown files.")],
    only_findings: Annotated[
        bool, typer.Option("--findings", help="Only what was not understood or is wrong.")
    ] = False,
) -> None:
    """Say what was understood of each playbook, and what was not; exit 7 on errors."""
    asked = invocation(ctx)
    seen = [compiled(file) for file in files]
    lines = [line for one in seen for line in lines_of(one, only_findings=only_findings)]
    output(asked).result(documents(seen), [*lines, summary(seen)])
    if any(finding.grade is Grade.ERROR for one in seen for finding in one.playbook.findings):
        raise typer.Exit(ExitCode.FINDINGS)


def lines_of(one: Compiled, *, only_findings: bool) -> list[str]:
    """Findings alone are one line each, for an editor or a reviewer."""
    findings = [line for found in one.playbook.findings for line in finding_lines(one.file, found)]
    if only_findings:
        return findings
    return [f"{one.file}", *(f"  {line}" for line in understood(one.playbook)), "", *findings, ""]


def finding_lines(file: Path, found: Finding) -> list[str]:
    grade = found.grade.value
    head = f"{MARK[found.grade]} {file}:{found.line}: {grade} {found.code} {found.message}"
    return [head, *(f"    {line}" for line in found.hint.splitlines())]


def summary(seen: Sequence[Compiled]) -> str:
    counted = Counter(found.grade for one in seen for found in one.playbook.findings)
    levels = sum(len(one.playbook.severities) for one in seen)
    templates = sum(len(one.playbook.templates) for one in seen)
    files = amount(len(seen), "file")
    return (
        f"{files} · {amount(levels, 'level')}, {amount(templates, 'template')} understood · "
        f"{amount(counted[Grade.ERROR], 'error')}, {amount(counted[Grade.WARNING], 'warning')}, "
        f"{counted[Grade.INFO]} to know"
    )


def amount(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def documents(seen: Sequence[Compiled]) -> object:
    """One document for programs; the nouns field by field."""
    return {
        "files": [
            {"file": str(one.file), "playbook": fields_of(one), "findings": one.playbook.findings}
            for one in seen
        ]
    }


def fields_of(one: Compiled) -> dict[str, object]:
    """Without the lines of the document, which the reader has, and the findings beside it."""
    names = [name for name in one.playbook.__dataclass_fields__ if name not in LEFT_OUT]
    return {name: getattr(one.playbook, name) for name in names}


LEFT_OUT = {"lines", "findings"}
