"""Lists go by date, the latest first"""

from alembic import op

revision = "0016_by_date"
down_revision = "0015_steps_by_matter"
branch_labels = None
depends_on = None

_TABLES = ("items", "documents", "steps")


def upgrade() -> None:
    for table in _TABLES:
        op.create_index(op.f(f"ix_{table}_date"), table, ["date"], unique=False)


def downgrade() -> None:
    for table in reversed(_TABLES):
        op.drop_index(op.f(f"ix_{table}_date"), table_name=table)
