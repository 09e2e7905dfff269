"""Which nodes there are, which version of the engine's parts is wanted, and who may run on what."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_node()
    create_engine_module()
    create_schema_promise()


def create_node() -> None:
    op.create_table(
        "node",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("runs", sa.String(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("heartbeat_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_node"),
    )


def create_engine_module() -> None:
    op.create_table(
        "engine_module",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_engine_module"),
    )
    for name in ("fire", "deliver", "audit"):
        op.execute(f"insert into engine_module (name, version) values ('{name}', 1)")


def create_schema_promise() -> None:
    op.create_table(
        "schema_promise",
        sa.Column("revision", sa.String(), nullable=False),
        sa.Column("works_for", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("revision", name="pk_schema_promise"),
    )
    op.execute("insert into schema_promise (revision, works_for) values ('0006', '0006')")
