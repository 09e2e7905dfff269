"""`runcard db …`: each command stands in a file of its own."""

import typer

from runcard.interfaces.cli.db_backup import backup
from runcard.interfaces.cli.db_check import check
from runcard.interfaces.cli.db_quarantine import quarantine
from runcard.interfaces.cli.db_release import release
from runcard.interfaces.cli.db_restore import restore

app = typer.Typer(
    help="Back up, check and restore the database; let a copy carry on.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@app.callback()
def db() -> None:
    """Commands about the database."""


for command in (backup, check, restore, release, quarantine):
    app.command()(command)
