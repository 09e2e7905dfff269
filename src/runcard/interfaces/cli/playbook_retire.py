"""`runcard playbook retire`: take a playbook out of force."""

from typing import Annotated

import typer

from runcard.interfaces.cli.client import connect
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output
from runcard.interfaces.cli.playbook_changes import path_of


def retire(
    ctx: typer.Context, name: Annotated[str, typer.Argument(help="The playbook's name.")]
) -> None:
    """Take a playbook out of force.

    Open incidents stay on it, and the last playbook of all stays in force.
    """
    asked = invocation(ctx)
    with connect(asked) as client:
        client.post(path_of(name, "retire"), {})
    output(asked).result({"retired": name}, [f"✓ {name} answers no new alert any more"])
