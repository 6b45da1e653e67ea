"""Whoever follows the journal asks what was undone since; that is no walk through all readings"""

from alembic import op

revision = "0017_by_what_undid_them"
down_revision = "0016_by_date"
branch_labels = None
depends_on = None

_TABLES = ("readings", "acts")


def upgrade() -> None:
    for table in _TABLES:
        op.create_index(op.f(f"ix_{table}_undone_by"), table, ["undone_by"], unique=False)


def downgrade() -> None:
    for table in reversed(_TABLES):
        op.drop_index(op.f(f"ix_{table}_undone_by"), table_name=table)
