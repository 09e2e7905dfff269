"""`runcard db restore`: a backup takes the place of the database, and waits in quarantine."""

from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from runcard.flows.database_is_restored import Looked, Restored, aside_of, database_is_restored
from runcard.interfaces.cli.checkup_store import sqlite_file
from runcard.interfaces.cli.db_backup import MIB
from runcard.interfaces.cli.db_check import existing, findings, shown
from runcard.interfaces.cli.db_postgresql import by_its_own_tool
from runcard.interfaces.cli.errors import ExitCode, advised
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import Output, output
from runcard.kernel.clock import SystemClock
from runcard.kernel.errors import Conflict


def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The backup.")],
    move_aside: Annotated[
        bool, typer.Option("--move-aside", help="Move the database that is there to another name.")
    ] = False,
) -> None:
    """Check a backup and put it in the place of the database of the settings; no server may run.

    What was planned in it waits in quarantine: nobody is paged about it before runcard db release.
    """
    asked = invocation(ctx)
    settings = asked.settings()
    target = sqlite_file(settings.database)
    if target is None:
        raise by_its_own_tool(settings.database, f"pg_restore --exit-on-error {file}")
    began = perf_counter()
    aside = aside_of(target, SystemClock().now()) if move_aside else None
    try:
        done = database_is_restored(existing(file), target, aside)
    except Conflict as fault:
        raise advised(fault, "Stop the server; add --move-aside to keep what is there") from None
    if isinstance(done, Looked):
        output(asked).lines(shown(list(findings(done, is_file=True))))
        raise typer.Exit(ExitCode.FINDINGS)
    told(output(asked), file, done, perf_counter() - began)


def told(out: Output, file: Path, done: Restored, took: float) -> None:
    """What lies where, and what to do next."""
    timeline = done.looked.timeline
    entries = 0 if timeline is None else timeline.entries
    size = f"{done.size / MIB:.1f} MiB"
    lines = [f"✓ Restored {size} in {took:.1f} s to {done.database}: {entries} entries hold"]
    if done.aside is not None:
        lines.append(f"  What was there is in {done.aside}")
    answer = {
        "database": str(done.database), "bytes": done.size, "seconds": round(took, 3),
        "entries": entries, "aside": None if done.aside is None else str(done.aside),
        "quarantine": True,
    }  # fmt: skip
    out.result(answer, lines)
    out.note(f"▲ {file} is a copy: what was planned in it waits in quarantine")
    out.note("  Next: runcard serve, look at what is open, then runcard db release")
