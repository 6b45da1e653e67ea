"""An index by which the changes of a municipality are followed"""

from alembic import op

revision = "0049_changes_of_a_municipality"
down_revision = "0048_who_names_whom"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_changes_municipality_id_n"), "changes", ["municipality_id", "n"])


def downgrade() -> None:
    op.drop_index(op.f("ix_changes_municipality_id_n"), table_name="changes")
