"""`runcard token`."""

import typer

from runcard.interfaces.cli.discovery import no_server, running_here
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def token(ctx: typer.Context) -> None:
    """Print the link that signs you in to the server that runs here."""
    asked = invocation(ctx)
    here = running_here(asked)
    if here is None or here.sign_in is None:
        raise no_server()
    output(asked).result({"sign_in": here.sign_in}, [here.sign_in])
