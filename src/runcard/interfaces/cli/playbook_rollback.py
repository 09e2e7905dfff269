"""`runcard playbook rollback`: publish an older version again."""

from typing import Annotated

import typer

from runcard.interfaces.cli.client import connect
from runcard.interfaces.cli.errors import advised
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output
from runcard.interfaces.cli.playbook_changes import path_of
from runcard.interfaces.cli.playbook_publish import lines_of
from runcard.kernel.errors import Conflict


def rollback(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The playbook's name.")],
    version: Annotated[str, typer.Argument(help="A number of runcard playbook versions.")],
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Also where levels, calls, clocks or templates go.")
    ] = False,
) -> None:
    """Put an older version in force again.

    Open incidents stay on the version they began with.
    """
    asked = invocation(ctx)
    body = {"version": version, "confirm": confirm}
    with connect(asked) as client:
        try:
            answer = client.post(path_of(name, "rollback"), body)
        except Conflict as fault:
            step = f"To go back all the same: runcard playbook rollback {name} {version} --confirm"
            raise advised(fault, step) from None
    output(asked).result(answer, lines_of(answer))
