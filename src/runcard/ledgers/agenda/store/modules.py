"""The versions of the engine's parts that this database wants; migrations alone change them."""

from sqlalchemy import Column, Integer, String, Table, select

from runcard.db.dialect import share_schema
from runcard.db.metadata import metadata
from runcard.db.work import Work
from runcard.ledgers.agenda.modules import Module, check_version

engine_module = Table(
    "engine_module",
    metadata,
    Column("name", String, primary_key=True),
    Column("version", Integer, nullable=False),
)


def ensure_ours(work: Work, module: Module) -> None:
    """Raises LeftToOthers where this unit must not go on. Until it commits, no migration begins."""
    if not share_schema(work.tx):
        check_version(module, None)
    wanted = work.tx.scalar(
        select(engine_module.c.version).where(engine_module.c.name == module.value)
    )
    check_version(module, wanted or 0)
