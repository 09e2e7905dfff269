"""`runcard db check`: whether a database, or a backup of one, is whole."""

from pathlib import Path
from typing import Annotated

import typer

from runcard.db.database import Database
from runcard.db.engine import open_postgresql, url_of
from runcard.db.migrate import state
from runcard.flows.database_is_restored import Looked, looked_at
from runcard.flows.house import ENGINE
from runcard.interfaces.cli.checkup import Line, Lines, bad, good
from runcard.interfaces.cli.checkup_store import schema, sqlite_file
from runcard.interfaces.cli.errors import ExitCode, advised
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import columns, output
from runcard.kernel.errors import NotFound
from runcard.ledgers.timeline.queries import verified

RESTORE = "Restore a backup: runcard db restore FILE"


def check(
    ctx: typer.Context,
    what: Annotated[
        str | None, typer.Argument(help="A file or an address; else the database of the settings.")
    ] = None,
) -> None:
    """Look whether the file is whole, the schema is known and no timeline was changed; else 7.

    Nothing is changed, and a server may run on it meanwhile.
    """
    asked = invocation(ctx)
    address = what or asked.settings().database
    file = Path(address) if "://" not in address else sqlite_file(address)
    found = on_server(address) if file is None else in_file(file)
    lines = list(findings(found, is_file=file is not None))
    output(asked).result(lines, shown(lines))
    if any(line.is_bad for line in lines):
        raise typer.Exit(ExitCode.FINDINGS)


def in_file(file: Path) -> Looked:
    return looked_at(existing(file))


def existing(file: Path) -> Path:
    """Raises NotFound for a file that is not there."""
    if not file.is_file():
        step = "See which file it should be: runcard doctor, the setting database"
        raise advised(NotFound(f"There is no file {file}"), step)
    return file


def on_server(address: str) -> Looked:
    """PostgreSQL looks after its files itself."""
    engines = open_postgresql(url_of(address))
    try:
        at = state(engines.reading)
        found = None if at is None else Database(engines).read(verified, ENGINE)
        return Looked((), at, found)
    finally:
        engines.close()


def findings(found: Looked, *, is_file: bool) -> Lines:
    """One line each on the file, the schema and the timelines."""
    for fault in found.faults:
        yield bad("File", fault, RESTORE)
    if found.faults:
        return
    if is_file:
        yield good("File", "SQLite finds no fault in it")
    if found.timeline is None:
        yield bad("Schema", "there is none: this is no database of Runcard", RESTORE)
        return
    yield schema(found.schema, is_promised=False)
    for broken in found.timeline.breaks:
        where = f"{broken.subject}, entry {broken.position}: {broken.why}"
        yield bad("Timeline", where, "Find out who can write to the database")
    if not found.timeline.breaks:
        yield good("Timeline", f"{found.timeline.entries} entries, none changed, none missing")


def shown(lines: list[Line]) -> list[str]:
    """Each with its next step below."""
    heads = columns([(line.mark, line.about, line.says) for line in lines])
    steps = [[f"     Next: {line.next}"] if line.next else [] for line in lines]
    return [words for head, step in zip(heads, steps, strict=True) for words in (head, *step)]
