"""Ids and numbers that corrections moved"""

import sqlalchemy as sa
from alembic import op

revision = "0010_aliases"
down_revision = "0009_divided"
branch_labels = None
depends_on = None

_INDEXED = ("owner", "old_id", "slug", "key")


def upgrade() -> None:
    op.create_table(
        "aliases",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("old_id", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("into", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aliases")),
    )
    for column in _INDEXED:
        op.create_index(op.f(f"ix_aliases_{column}"), "aliases", [column], unique=False)
    op.create_index(op.f("ix_acts_kind"), "acts", ["kind"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_acts_kind"), table_name="acts")
    for column in _INDEXED:
        op.drop_index(op.f(f"ix_aliases_{column}"), table_name="aliases")
    op.drop_table("aliases")
