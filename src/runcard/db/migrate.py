"""Bring the schema to this version, say where it is, and refuse one we do not know.

A step only adds (expand); what nobody uses any more is taken away by a step of a later version
(contract). A step that code of an earlier step can live with says so in `schema_promise`, and only
then does a node of the earlier version start on the newer schema.
"""

from contextlib import ExitStack

import structlog
from alembic.command import upgrade as alembic_upgrade
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Engine, String, Table, inspect, select

from runcard.db.dialect import hold_schema
from runcard.db.engine import Engines, open_engines
from runcard.db.metadata import metadata
from runcard.kernel.errors import Conflict

schema_promise = Table(
    "schema_promise",
    metadata,
    Column("revision", String, primary_key=True),
    Column("works_for", String, nullable=False),
)
log = structlog.get_logger()


def config() -> Config:
    """Alembic, pointed at the migrations that ship with the package."""
    alembic = Config()
    alembic.set_main_option("script_location", "runcard.db:migrations")
    return alembic


def state(engine: Engine) -> str | None:
    """The number of the newest step taken; None for an empty database."""
    with engine.connect() as tx:
        return MigrationContext.configure(tx).get_current_revision()


def known() -> list[str]:
    """Every step this version knows, newest first."""
    return [step.revision for step in ScriptDirectory.from_config(config()).walk_revisions()]


def is_promised(engine: Engine, at: str) -> bool:
    """Whether a step that we do not know says that we may run on it."""
    if not inspect(engine).has_table(schema_promise.name):
        return False
    with engine.connect() as tx:
        works_for = tx.scalar(
            select(schema_promise.c.works_for).where(schema_promise.c.revision == at)
        )
    return works_for in known()


def upgrade(engine: Engine) -> None:
    """Take the missing steps. Raises Conflict for a newer schema that makes us no promise."""
    at = state(engine)
    if at == known()[0]:
        return
    if at is not None and at not in known():
        if not is_promised(engine, at):
            raise Conflict(
                f"The database is at schema {at}, which this Runcard does not know; "
                "it was used by a newer version: install that one"
            )
        log.warning("the schema is newer, and made for this version too", schema=at)
        return
    with engine.begin() as tx:
        hold_schema(tx)
        alembic = config()
        alembic.attributes["connection"] = tx
        alembic_upgrade(alembic, "head")


def open_of_this_version(address: str) -> Engines:
    """The database behind a URL, upgraded. Raises Unavailable while it is away."""
    with ExitStack() as undo:
        engines = open_engines(address)
        undo.callback(engines.close)
        upgrade(engines.writing)
        undo.pop_all()
        return engines
