"""What cannot be carried out is parked, and a clock that is set back is seen."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_setback()
    # What stands in the book already was planned long ago, as far as anybody can tell.
    for table in ("timer", "job"):
        planned_at = sa.Column("planned_at", sa.BigInteger(), nullable=False, server_default="0")
        op.add_column(table, planned_at)
    op.execute("insert into schema_promise (revision, works_for) values ('0007', '0006')")


def create_setback() -> None:
    op.create_table(
        "setback",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("book", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("parked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_setback"),
    )
