"""§§ found by their number without walking through all of them"""

from alembic import op

revision = "0029_item_numbers"
down_revision = "0028_status_in_search"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_items_number"), "items", ["number"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_items_number"), table_name="items")
