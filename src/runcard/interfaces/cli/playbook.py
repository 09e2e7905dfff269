"""`runcard playbook …`: each command stands in a file of its own."""

import typer

from runcard.interfaces.cli.fmt import fmt
from runcard.interfaces.cli.playbook_diff import diff
from runcard.interfaces.cli.playbook_publish import publish
from runcard.interfaces.cli.playbook_retire import retire
from runcard.interfaces.cli.playbook_rollback import rollback
from runcard.interfaces.cli.playbook_show import show
from runcard.interfaces.cli.playbook_versions import versions

app = typer.Typer(
    help="Say what a playbook means, tidy it, publish it, compare and go back.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@app.callback()
def playbook() -> None:
    """Commands about playbooks."""


for command in (show, fmt, publish, versions, diff, rollback, retire):
    app.command()(command)
