"""How Alembic runs a step: on the connection handed in, inside its transaction."""

from alembic import context

from runcard.db.metadata import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
