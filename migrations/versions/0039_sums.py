"""Sums of what a register holds; they are filled when the installation is opened"""

import sqlalchemy as sa
from alembic import op

revision = "0039_sums"
down_revision = "0038_progress"
branch_labels = None
depends_on = None

_TOLD_APART = ("kind", "of", "fact", "key", "other", "year")


def upgrade() -> None:
    op.create_table(
        "sums",
        *(sa.Column(name, sa.String(), nullable=False) for name in _TOLD_APART[:-1]),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*_TOLD_APART, name=op.f("pk_sums")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("sums")
