"""Indexes that nobody asks by"""

from alembic import op

revision = "0012_fewer_indexes"
down_revision = "0011_entered"
branch_labels = None
depends_on = None

_TABLES = ("sources", "mentions")


def upgrade() -> None:
    for table in _TABLES:
        op.drop_index(op.f(f"ix_{table}_fact_id"), table_name=table)


def downgrade() -> None:
    for table in _TABLES:
        op.create_index(op.f(f"ix_{table}_fact_id"), table, ["fact_id"], unique=False)
