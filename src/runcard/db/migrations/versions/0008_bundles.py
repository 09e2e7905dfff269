"""Several pages leave as one message; what fires of one source is counted."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("job", sa.Column("destination", sa.String(), nullable=True))
    is_ready = sa.text("state = 'ready'")
    op.create_index(
        "ix_job_destination", "job", ["destination", "run_at"],
        sqlite_where=is_ready, postgresql_where=is_ready,
    )  # fmt: skip
    create_throttle()
    create_told_with()
    is_firing = sa.text("state = 'firing'")
    op.create_index(
        "ix_alert_firing", "alert", ["source"],
        sqlite_where=is_firing, postgresql_where=is_firing,
    )  # fmt: skip
    op.execute("insert into schema_promise (revision, works_for) values ('0008', '0006')")


def create_throttle() -> None:
    op.create_table(
        "throttle",
        sa.Column("destination", sa.String(), nullable=False),
        sa.Column("in_a_row", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=True),
        sa.Column("spared", sa.Integer(), nullable=False),
        sa.Column("spared_at", sa.BigInteger(), nullable=True),
        sa.Column("told", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("destination", name="pk_throttle"),
    )


def create_told_with() -> None:
    op.create_table(
        "told_with",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("page_id", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_told_with"),
    )
    op.create_index("ix_told_with_page_id", "told_with", ["page_id"])
    op.create_index("ix_told_with_message", "told_with", ["message"])
