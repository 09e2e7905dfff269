"""`runcard explain`: the page of help about a code."""

from difflib import get_close_matches
from typing import Annotated

import typer

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.explain import known_codes, page_of
from runcard.interfaces.cli.errors import advised
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import columns, output
from runcard.kernel.errors import NotFound

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def explain(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(help="A code, such as RC101, or its beginning.")] = "RC",
) -> None:
    """Say what a code means, why it hurts and how to mend it; list them without a whole code."""
    kinds = read_vocabulary().kinds
    out = output(invocation(ctx))
    kind = kinds.get(code.upper())
    if kind is not None:
        out.result(kind, page_of(kind).splitlines())
        return
    known = known_codes(kinds, code)
    if not known:
        close = get_close_matches(code.upper(), kinds, n=3)
        step = f"Did you mean {', '.join(close)}?" if close else "List them all: runcard explain"
        raise advised(NotFound(f"There is no code {code}"), step)
    rows = [(name, kinds[name].grade.value, kinds[name].says) for name in known]
    out.result([kinds[name] for name in known], columns(rows))
