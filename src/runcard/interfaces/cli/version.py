"""`runcard version`."""

import platform

import typer

from runcard import __version__
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def version(ctx: typer.Context) -> None:
    """Print the version."""
    python = platform.python_version()
    output(invocation(ctx)).result(
        {"runcard": __version__, "python": python}, [f"runcard {__version__}, Python {python}"]
    )
