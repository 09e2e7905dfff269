"""`runcard playbook diff`: what goes differently, in behaviour and not in lines."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from runcard.domain.escalation.differences import behaviour
from runcard.domain.people.model import TeamFile
from runcard.interfaces.cli.client import connect
from runcard.interfaces.cli.errors import ExitCode
from runcard.interfaces.cli.invocation import Invocation, invocation
from runcard.interfaces.cli.output import output, plain
from runcard.interfaces.cli.playbook_changes import change_lines, document_of, has_loss, path_of
from runcard.interfaces.cli.playbook_files import card_of, compiled
from runcard.interfaces.cli.playbook_library import file_of, team_here


def diff(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(help="A playbook's name, or the older of two files.")],
    file: Annotated[
        Path | None, typer.Argument(help="The newer file; else the one the team file names.")
    ] = None,
    versions: Annotated[
        tuple[str, str] | None,
        typer.Option("--versions", help="Two versions of the playbook by number or id."),
    ] = None,
    fail_on_loss: Annotated[
        bool, typer.Option("--fail-on-loss", help="Exit 7 where a promise is gone.")
    ] = False,
) -> None:
    """Say what would go differently.

    Between two files; from what is in force to a file; or between two versions.
    """
    asked = invocation(ctx)
    if file is not None and Path(what).is_file():
        answer = between_files(Path(what), file, team_here(asked)[0])
    else:
        answer = on_the_server(asked, what, file, versions)
    head = f"From {answer['old']} to {answer['new']}:"
    output(asked).result(answer, [head, *(f"  {one}" for one in change_lines(answer["changes"]))])
    if fail_on_loss and has_loss(answer["changes"]):
        raise typer.Exit(ExitCode.FINDINGS)


def between_files(old: Path, new: Path, team: TeamFile) -> Any:
    """Without a server, by the team file here if there is one."""
    before, after = (card_of(one, compiled(one).playbook, team) for one in (old, new))
    said = {"old": str(old), "new": str(new), "changes": behaviour(before, after)}
    return json.loads(json.dumps(said, default=plain))


def on_the_server(
    asked: Invocation, name: str, file: Path | None, versions: tuple[str, str] | None
) -> Any:
    """Against what is in force there, or between two of its versions."""
    if versions is not None:
        with connect(asked) as client:
            return client.get(path_of(name, "changes"), old=versions[0], new=versions[1])
    document = file or file_of(name, *team_here(asked))
    source = document_of(document)
    with connect(asked) as client:
        answer = client.post(path_of(name, "changes"), {"source": source})
    return answer | {"new": str(document)}
