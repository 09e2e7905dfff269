"""A command with many options takes them as one noun: each field of a dataclass is an option."""

from collections.abc import Callable
from dataclasses import MISSING, fields
from inspect import Parameter, Signature
from typing import Any, TypeVar, get_type_hints

import typer

Options = TypeVar("Options")


def taking(kind: type[Options]) -> Callable[[Callable[[typer.Context, Options], None]], Any]:
    """Make a function of a context and a noun into a command whose options are its fields."""

    def wrap(run: Callable[[typer.Context, Options], None]) -> Any:
        def command(ctx: typer.Context, **spoken: Any) -> None:
            run(ctx, kind(**spoken))

        command.__doc__ = run.__doc__
        command.__name__ = run.__name__
        vars(command)["__signature__"] = _signature(kind)
        return command

    return wrap


def _signature(kind: type[Any]) -> Signature:
    hints = get_type_hints(kind, include_extras=True)
    context = Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    return Signature(
        [
            context,
            *(
                Parameter(
                    field.name,
                    Parameter.KEYWORD_ONLY,
                    default=Parameter.empty if field.default is MISSING else field.default,
                    annotation=hints[field.name],
                )
                for field in fields(kind)
            ),
        ]
    )
