"""The command tree. The file of a command is loaded by name when the command is first needed."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from runcard.interfaces.cli.errors import exit_code, show, show_unforeseen
from runcard.interfaces.cli.garbage_collection import nothing_collected
from runcard.interfaces.cli.invocation import Invocation
from runcard.kernel.errors import RuncardError

HERE = "runcard.interfaces.cli"
# In the order in which a team meets them: look, write, bind, run, operate.
TREE = {
    "demo": ("demo", "Start with a sample team, and make a phone ring."),
    "check": ("check", "Say what a playbook means and what is wrong with it."),
    "explain": ("explain", "Say what a code of a finding means."),
    "commands": ("commands", "Say what each command of a playbook would do."),
    "card": ("card", "Print a playbook on one page."),
    "trace": ("trace", "Say what each line of a playbook does in the product."),
    "init": ("init", "Ask how your team works, and write a first playbook."),
    "bind": ("bind", "Say who or what each name of a playbook is here."),
    "ready": ("ready", "Print every promise and who stands behind it."),
    "serve": ("serve", "Start the server: the doors and the engine."),
    "incident": ("incidents", "Declare, acknowledge, update and resolve incidents."),
    "oncall": ("oncall", "Say who is on call."),
    "playbook": ("playbook", "Show, tidy, publish and compare playbooks."),
    "lsp": ("lsp", "Answer an editor: findings, hover, fixes and layout."),
    "db": ("db", "Back up, check and restore the database."),
    "verify": ("verify", "Check that nobody has changed the timeline."),
    "doctor": ("doctor", "Look at everything Runcard needs."),
    "token": ("token", "Print a link that signs you in."),
    "version": ("version", "Print the version."),
}
FLAGS = {"--json", "--quiet", "-q"}
WITH_VALUE = ("--server", "--config")


class Rooms(TyperGroup):
    """Lists commands from the table above; only the one that is called is loaded."""

    def __init__(self, **attributes: Any) -> None:
        stubs = {name: TyperCommand(name, help=line) for name, (_, line) in TREE.items()}
        super().__init__(**attributes | {"commands": stubs})

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, with_global_options_first(args))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[Any, Any, list[str]]:
        name, stub, rest = super().resolve_command(ctx, args)
        if stub is None or name is None:
            return name, stub, rest
        return name, loaded(name), rest

    def invoke(self, ctx: Any) -> Any:
        """The outermost handler: an error is one sentence, a next step and an exit code."""
        try:
            return super().invoke(ctx)
        except RuncardError as fault:
            show(fault)
            raise typer.Exit(exit_code(fault)) from None
        except (typer.Exit, typer.Abort, OSError, EOFError):
            raise
        except Exception as fault:
            if os.environ.get("RUNCARD_DEBUG") or is_for_typer(fault):
                raise
            show_unforeseen(fault)
            raise typer.Exit(1) from None


def is_for_typer(fault: Exception) -> bool:
    """A wrong use of a command, which Typer explains with the usage line."""
    return hasattr(fault, "format_message") and hasattr(fault, "exit_code")


def loaded(name: str) -> Any:
    """The command itself, from its file."""
    file, _ = TREE[name]
    with nothing_collected():
        command = get_command(loaded_file(file).app)
    command.name = name
    return command


def loaded_file(file: str) -> Any:
    """A file of this door, when it is needed; a name that is not in the table is a part of one."""
    return import_module(f"{HERE}.{file}")


def with_global_options_first(args: Sequence[str]) -> list[str]:
    """Global options may stand anywhere before `--`; the parser wants them before the command."""
    end = args.index("--") if "--" in args else len(args)
    ours: list[str] = []
    rest: list[str] = []
    words = iter(args[:end])
    for word in words:
        if word in FLAGS or word.startswith(tuple(f"{name}=" for name in WITH_VALUE)):
            ours.append(word)
        elif word in WITH_VALUE:
            ours.extend([word, *([value] if (value := next(words, None)) is not None else [])])
        else:
            rest.append(word)
    return [*ours, *rest, *args[end:]]


app = typer.Typer(
    cls=Rooms,
    help="Compile a team's own incident-response document into a run card, and run it.",
    epilog="Exit codes: 0 done, 1 failed, 2 wrong use, 3 not allowed, 4 not found, 5 conflict, "
    "6 unreachable, 7 findings, 8 too late, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def options(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Results only.")] = False,
    server: Annotated[
        str | None,
        typer.Option(envvar="RUNCARD_SERVER", help="The server to talk to; else the one here."),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(help="The settings file; else runcard.toml if it is here.")
    ] = None,
) -> None:
    """These may stand before or after the command."""
    ctx.obj = Invocation(as_json, quiet, server, config)


def main() -> None:
    """What `runcard` runs."""
    # A terminal that cannot show ✓ shows ? rather than losing the line.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app(prog_name="runcard")
