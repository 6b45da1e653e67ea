"""What hits are counted by, in an index of its own: the words of an entry are not read for it."""

from alembic import op

revision = "0036_search_facets"
down_revision = "0035_accounts"
branch_labels = None
depends_on = None

_COUNTED = ("municipality_id", "body_id", "outcome", "status", "parties")


def upgrade() -> None:
    op.create_index("ix_search_entries_facets", "search_entries", ["n", *_COUNTED], unique=False)


def downgrade() -> None:
    op.drop_index("ix_search_entries_facets", table_name="search_entries")
