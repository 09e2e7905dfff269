"""`runcard oncall now`."""

import typer

from runcard.interfaces.cli.client import connect
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import columns, output

app = typer.Typer(
    help="Say who is on call.", no_args_is_help=True, add_completion=False, rich_markup_mode=None
)


@app.callback()
def oncall() -> None:
    """Say who is on call."""


@app.command()
def now(ctx: typer.Context) -> None:
    """Who would be paged at this moment, schedule by schedule."""
    asked = invocation(ctx)
    with connect(asked) as client:
        answer = client.get("/oncall/now")
    rows = [(row["schedule"], row["person_name"], row["note"] or "") for row in answer["data"]]
    nobody = ["▲ The team file has no schedule; runcard bind PLAYBOOK writes one"]
    output(asked).result(answer["data"], columns(rows) or nobody)
