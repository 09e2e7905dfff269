"""`runcard check`: what was understood of documents, what is wrong with them, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from runcard.domain.playbooks.model import Grade
from runcard.domain.playbooks.suggestions import suggestions
from runcard.interfaces.cli.baselines import read_baseline, without_known, write_baseline
from runcard.interfaces.cli.check_text import account_lines, lines_of, summary
from runcard.interfaces.cli.checked import Checked, checked
from runcard.interfaces.cli.documents import STDIN, Document, documents
from runcard.interfaces.cli.errors import ExitCode, advised
from runcard.interfaces.cli.invocation import Invocation, invocation
from runcard.interfaces.cli.main import loaded_file
from runcard.interfaces.cli.mended_files import mend_files
from runcard.interfaces.cli.option_sets import taking
from runcard.interfaces.cli.output import output
from runcard.interfaces.cli.report_formats import FORMATS
from runcard.interfaces.cli.suggest import suggestion_lines
from runcard.kernel.clock import SystemClock
from runcard.kernel.errors import Invalid

app = typer.Typer(add_completion=False, rich_markup_mode=None)
WORST_FIRST = (Grade.ERROR, Grade.WARNING, Grade.INFO)


class Form(StrEnum):
    """How the findings are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"


class FailOn(StrEnum):
    """From which grade on the exit code is 7."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Asked:
    """What one call of the check is to do."""

    files: Annotated[list[str], typer.Argument(help="Files, folders, patterns, or - for stdin.")]
    form: Annotated[Form, typer.Option("--format", help="The form of the report.")] = Form.TEXT
    fail_on: Annotated[FailOn, typer.Option(help="Exit 7 from this grade on.")] = FailOn.ERROR
    only_findings: Annotated[
        bool, typer.Option("--findings", help="Only what was not understood or is wrong.")
    ] = False
    coverage: Annotated[bool, typer.Option("--coverage", help="Say what became of every line.")] = (
        False
    )
    baseline: Annotated[
        Path | None, typer.Option(help="A file of known findings, which are left out.")
    ] = None
    write: Annotated[
        Path | None, typer.Option("--write-baseline", help="Write the known findings and stop.")
    ] = None
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Print the annotations that settle what is open.")
    ] = False
    against: Annotated[
        Path | None, typer.Option(help="A file of facts that may be asked: hosts, pages, people.")
    ] = None
    fix: Annotated[bool, typer.Option("--fix", help="Mend what needs no judgement.")] = False
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Judge dates as on this day.")
    ] = None

    @property
    def day(self) -> date:
        """The day on which review dates are judged."""
        return (self.today or SystemClock().now()).date()


@app.command(epilog="Exit codes: 0 nothing at or above --fail-on, 2 wrong use, 7 findings.")
@taking(Asked)
def check(ctx: typer.Context, asked: Asked) -> None:
    """Say what was understood of each playbook and what is wrong with it; exit 7 on errors."""
    call = invocation(ctx)
    found = documents(asked.files)
    if asked.fix:
        _mend(found, asked, call)
    seen = checked(found, asked.day, show_progress=not call.quiet)
    if asked.write is not None:
        output(call).note(write_baseline(asked.write, seen))
        return
    if asked.suggest:
        lines = [line for one in seen for line in suggestion_lines(one.file, one.playbook)]
        output(call).result({"files": [suggested(one) for one in seen]}, lines)
        return
    if asked.against is not None:
        seen = [met(one, asked.against) for one in seen]
    if asked.baseline is not None:
        seen = without_known(seen, read_baseline(asked.baseline))
    _print(seen, asked, Form.JSON if call.as_json else asked.form)
    if _fails(seen, asked.fail_on):
        raise typer.Exit(ExitCode.FINDINGS)


def suggested(one: Checked) -> object:
    """What would settle the document, for programs."""
    return {"file": one.file, "suggestions": list(suggestions(one.playbook))}


def met(one: Checked, facts: Path) -> Checked:
    """The document with what the world says of it, too."""
    found = [*one.findings, *loaded_file("against").findings_against(one.playbook, facts)]
    return one.with_findings(sorted(found, key=lambda each: (each.line, each.code)))


def _mend(found: list[Document], asked: Asked, call: Invocation) -> None:
    if STDIN in asked.files:
        raise advised(Invalid("What comes from stdin cannot be changed"), "Name a file")
    for line in mend_files(found, asked.day):
        output(call).note(line)


def _print(seen: Sequence[Checked], asked: Asked, form: Form) -> None:
    if form is not Form.TEXT:
        typer.echo(FORMATS[form.value](seen), nl=False)
        return
    lines = [line for one in seen for line in lines_of(one, only_findings=asked.only_findings)]
    if asked.coverage:
        lines += [line for one in seen for line in account_lines(one)]
    output(Invocation()).lines([*lines, summary(seen)])


def _fails(seen: Sequence[Checked], fail_on: FailOn) -> bool:
    failing = WORST_FIRST[: [grade.value for grade in WORST_FIRST].index(fail_on.value) + 1]
    return any(found.grade in failing for one in seen for found in one.findings)
