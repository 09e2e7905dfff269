"""A playbook compared with the world, for `runcard check --against FACTS`."""

from pathlib import Path
from time import monotonic
from typing import Annotated

import typer
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from runcard.adapters.reality.witness import ThisMachine
from runcard.adapters.team_file import read_team_file
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.model import Finding, Grade, Playbook
from runcard.domain.playbooks.reality import Allowed, decode_allowed
from runcard.flows.document_meets_reality import Inquiry, document_meets_reality
from runcard.interfaces.cli.errors import ExitCode, advised
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output
from runcard.interfaces.cli.playbook_files import compiled
from runcard.kernel.errors import Invalid

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def against(
    ctx: typer.Context,
    facts: Annotated[Path, typer.Argument(help="A YAML file that says what may be asked.")],
    files: Annotated[list[Path], typer.Argument(help="Markdown files.")],
) -> None:
    """Ask of each playbook what the facts allow; exit 7 where an error is found."""
    seen = [(file, findings_against(compiled(file).playbook, facts)) for file in files]
    lines = [line for file, found in seen for line in lines_of(file, found)]
    told = [{"file": str(file), "findings": list(found)} for file, found in seen]
    output(invocation(ctx)).result({"files": told}, lines)
    if any(one.grade is Grade.ERROR for _, found in seen for one in found):
        raise typer.Exit(ExitCode.FINDINGS)


def findings_against(playbook: Playbook, facts: Path) -> tuple[Finding, ...]:
    """What is not as the document says. Raises Invalid for facts that cannot be read."""
    allowed = read_allowed(facts)
    team = None
    if allowed.team is not None:
        team = decode(read_team_file(facts.parent / Path(allowed.team).expanduser()))
    inquiry = Inquiry(allowed, ThisMachine(allowed), monotonic, team)
    return document_meets_reality(playbook, inquiry)


def read_allowed(facts: Path) -> Allowed:
    """The facts file; an empty one allows nothing."""
    try:
        tree: object = YAML(typ="safe", pure=True).load(facts.read_text(encoding="utf-8"))
    except OSError as fault:
        raise Invalid(f"{facts} cannot be read: {fault.strerror}") from None
    except (YAMLError, ValueError) as fault:
        why = " ".join(str(fault).split())
        raise advised(
            Invalid(f"{facts} is not YAML: {why}"), "Write lines such as `resolve: true`"
        ) from None
    return decode_allowed(tree)


def lines_of(file: Path, found: tuple[Finding, ...]) -> list[str]:
    """One line a finding, or one that says that all is as written."""
    if not found:
        return [f"{file}: everything that was asked is as the document says"]
    return [f"{file}:{one.line}: {one.grade.value} {one.code} {one.message}" for one in found]
