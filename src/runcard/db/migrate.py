"""Bring the schema to this version, say where it is, and refuse one we do not know."""

from alembic.command import upgrade as alembic_upgrade
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from runcard.db.dialect import hold_schema
from runcard.kernel.errors import Conflict


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


def upgrade(engine: Engine) -> None:
    """Take the missing steps. Raises Conflict for a schema newer than this Runcard."""
    at = state(engine)
    if at is not None and at not in known():
        raise Conflict(
            f"The database is at schema {at}, which this Runcard does not know; "
            "it was used by a newer version: install that one"
        )
    if at == known()[0]:
        return
    with engine.begin() as tx:
        hold_schema(tx)
        alembic = config()
        alembic.attributes["connection"] = tx
        alembic_upgrade(alembic, "head")
