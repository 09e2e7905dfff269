"""`runcard db backup`: the database as one file, beside a server that runs or without one."""

from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from runcard.db.copying import copy_database
from runcard.interfaces.cli.checkup_store import sqlite_file
from runcard.interfaces.cli.db_check import existing
from runcard.interfaces.cli.db_postgresql import by_its_own_tool
from runcard.interfaces.cli.errors import advised
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output
from runcard.kernel.errors import Conflict

MIB = 1024 * 1024


def backup(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    overwrite: Annotated[bool, typer.Option(help="Also where there is such a file.")] = False,
) -> None:
    """Copy the database of the settings into one file, as it is at one moment.

    A server that runs on it goes on meanwhile. The file holds secrets, and is readable by you only.
    """
    asked = invocation(ctx)
    settings = asked.settings()
    source = sqlite_file(settings.database)
    if source is None:
        raise by_its_own_tool(settings.database, f"pg_dump --format=custom --file={file}")
    if file.exists() and not overwrite:
        raise advised(Conflict(f"{file} is there"), "Choose another name, or add --overwrite")
    began = perf_counter()
    size = copy_database(existing(source), file)
    took = perf_counter() - began
    told = {"file": str(file), "bytes": size, "seconds": round(took, 3)}
    out = output(asked)
    out.result(told, [f"✓ Backed up {size / MIB:.1f} MiB in {took:.1f} s to {file}"])
    waiting = sum(one.stat().st_size for one in (settings.data / "spool").glob("*.log"))
    if waiting:
        out.note(f"▲ {waiting} bytes in {settings.data / 'spool'} are not in it yet")
        out.note("  Next: let the server take them into the database, then back up again")
    out.note(f"  Next: runcard db check {file}")
