"""The schema is what the code says, by steps; one we do not know is refused."""

from importlib import import_module

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from runcard.db.engine import open_engines
from runcard.db.metadata import metadata
from runcard.db.migrate import known, state, upgrade
from runcard.kernel.errors import Conflict


def test_the_steps_build_what_the_code_says(address: str) -> None:
    # Every table is known once the whole house is.
    import_module("runcard.app")
    engines = open_engines(address, durable=False)
    assert state(engines.writing) is None
    upgrade(engines.writing)
    upgrade(engines.writing)
    assert state(engines.writing) == known()[0]
    with engines.writing.connect() as tx:
        context = MigrationContext.configure(tx, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []
    engines.close()


def test_a_newer_schema_that_makes_us_a_promise_is_run_on(address: str) -> None:
    engines = open_engines(address, durable=False)
    upgrade(engines.writing)
    with engines.writing.begin() as tx:
        tx.execute(text("update alembic_version set version_num = '9999'"))
        promise = "insert into schema_promise (revision, works_for) values ('9999', :ours)"
        tx.execute(text(promise), {"ours": known()[0]})
    upgrade(engines.writing)
    assert state(engines.writing) == "9999", "nothing was changed"
    with engines.writing.begin() as tx:
        tx.execute(text("update schema_promise set works_for = '9998'"))
    with pytest.raises(Conflict, match="newer version"):
        upgrade(engines.writing)
    engines.close()


def test_a_schema_of_a_newer_version_is_refused(address: str) -> None:
    engines = open_engines(address, durable=False)
    upgrade(engines.writing)
    with engines.writing.begin() as tx:
        tx.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(Conflict, match="newer version"):
        upgrade(engines.writing)
    engines.close()
