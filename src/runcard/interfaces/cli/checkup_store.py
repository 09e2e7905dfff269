"""The database of an installation: which one it is, and how it keeps its word."""

from pathlib import Path

from sqlalchemy import Connection, make_url, text
from sqlalchemy.exc import DBAPIError

from runcard.db.engine import Engines, open_engines
from runcard.db.migrate import is_promised, known, state
from runcard.interfaces.cli.checkup import Line, Lines, bad, bad_because, doubtful, good
from runcard.interfaces.cli.checkup_nodes import copy, health_in, nodes
from runcard.kernel.errors import Conflict, RuncardError
from runcard.settings import Settings

KEEPS_ITS_WORD = "what is accepted is on disk"
FULL = 2
LEVELS = {0: "off", 1: "normal", FULL: "full", 3: "extra"}
WAITS_FOR_STANDBY = {"on", "remote_write", "remote_apply"}
SYNCHRONOUS = {"sync", "quorum"}


def database(settings: Settings, running: str | None) -> Lines:
    """Nothing is made or changed here: a file that is not there yet stays so."""
    file = sqlite_file(settings.database)
    if file is not None and not file.exists():
        yield good("Database", f"{file} will be made at the first start")
        return
    try:
        engines = open_engines(settings.database)
    except Conflict as fault:
        yield (
            good("Database", "in use by the server here")
            if running
            else bad_because("Database", fault)
        )
        return
    except RuncardError as fault:
        yield bad_because("Database", fault)
        return
    try:
        yield from opened(engines)
        yield from others(engines)
    except DBAPIError as fault:
        yield bad("Database", f"cannot be read: {fault.orig}", "Restore it from a backup")
    finally:
        engines.close()


def sqlite_file(address: str) -> Path | None:
    url = make_url(address)
    is_file = url.get_backend_name() == "sqlite" and url.database
    return Path(url.database) if is_file and url.database else None


def opened(engines: Engines) -> Lines:
    with engines.writing.connect() as tx:
        version = ".".join(str(part) for part in tx.dialect.server_version_info or ())
        name = "SQLite" if engines.is_embedded else "PostgreSQL"
        yield good("Database", f"{name} {version}")
        yield from durability_of_file(tx) if engines.is_embedded else durability_of_server(tx)
    at = state(engines.writing)
    is_made_for_us = at is not None and at not in known() and is_promised(engines.writing, at)
    yield schema(at, is_promised=is_made_for_us)


def schema(at: str | None, *, is_promised: bool) -> Line:
    """How the schema stands to the one this version knows."""
    if at is None:
        return good("Schema", "empty; it is made at the first start")
    if at not in known() and is_promised:
        return good("Schema", f"{at}, of a newer Runcard, and made for this one too")
    if at not in known():
        return bad("Schema", f"{at} is newer than this Runcard", "Install the newer version")
    if at != known()[0]:
        return good("Schema", f"{at}; it is brought to {known()[0]} at the next start")
    return good("Schema", f"{at}, the newest")


def others(engines: Engines) -> Lines:
    """A SQLite file has one process at most, and that one would have held it."""
    health = health_in(engines)
    if health is not None:
        yield from copy(health) if engines.is_embedded else nodes(health)


def durability_of_file(tx: Connection) -> Lines:
    journal = tx.execute(text("pragma journal_mode")).scalar()
    level = tx.execute(text("pragma synchronous")).scalar()
    level_name = LEVELS.get(level or 0, str(level))
    says = f"journal_mode={journal}, synchronous={level_name}"
    if journal == "wal" and level == FULL:
        yield good("Durability", f"{says}: {KEEPS_ITS_WORD}, and outlives a power cut")
    else:
        step = "Move the file to a local disk, which can do it"
        yield doubtful("Durability", f"{says}: a power cut may lose accepted alerts", step)


def durability_of_server(tx: Connection) -> Lines:
    commit = tx.execute(text("show synchronous_commit")).scalar()
    fsync = tx.execute(text("show fsync")).scalar()
    says = f"synchronous_commit={commit}, fsync={fsync}"
    if commit == "off" or fsync == "off":
        says += ": a crash may lose accepted alerts"
        yield doubtful("Durability", says, "Set both to on in PostgreSQL")
    else:
        yield good("Durability", f"{says}: {KEEPS_ITS_WORD}")
        yield standby(tx, waits=commit in WAITS_FOR_STANDBY)


def standby(tx: Connection, *, waits: bool) -> Line:
    """Whether an accepted alert is on a second machine, too."""
    rows = tx.execute(text("select sync_state from pg_stat_replication")).scalars().all()
    named = bool(tx.execute(text("show synchronous_standby_names")).scalar())
    if waits and named:
        here = sum(state in SYNCHRONOUS for state in rows)
        says = f"synchronous, {here} connected: what is accepted is on a second machine too"
        return good("Standby", says)
    step = "Set synchronous_standby_names in PostgreSQL to wait for it"
    if rows:
        return doubtful("Standby", "asynchronous: accepted alerts can be lost on failover", step)
    return good("Standby", "none that we can see: if this machine is lost, so is what it holds")
