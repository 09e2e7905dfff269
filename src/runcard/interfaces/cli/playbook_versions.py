"""`runcard playbook versions`: what was ever published under a name."""

from typing import Annotated, Any

import typer

from runcard.interfaces.cli.client import connect
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import columns, output
from runcard.interfaces.cli.playbook_changes import path_of

NAME = Annotated[str, typer.Argument(help="The playbook's name.")]


def versions(ctx: typer.Context, name: NAME) -> None:
    """List every version, and what each one changed."""
    asked = invocation(ctx)
    with connect(asked) as client:
        found = list(client.pages(path_of(name, "versions")))
    lines = [line for one in reversed(found) for line in lines_of(one)]
    output(asked).result(found, lines)


def lines_of(one: Any) -> list[str]:
    at = one["published_at"][:16].replace("T", " ")
    mark = "✓ in force" if one["in_force"] else ""
    (head,) = columns([(f"{one['number']:>3}", f"{at} UTC", one["id"], mark)])
    return [head, *(f"     {words}" for words in one["changes"])]
