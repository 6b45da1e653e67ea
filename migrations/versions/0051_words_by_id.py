"""The index that hits are counted by tells what and whose they are, too"""

from alembic import op

revision = "0051_words_by_id"
down_revision = "0050_municipality_keys"
branch_labels = None
depends_on = None

_COUNTED = ["n", "municipality_id", "body_id", "outcome", "status", "parties"]


def upgrade() -> None:
    _index([*_COUNTED, "owner", "id"])


def downgrade() -> None:
    _index(_COUNTED)


def _index(columns: list[str]) -> None:
    op.drop_index("ix_search_entries_facets", table_name="search_entries")
    op.create_index("ix_search_entries_facets", "search_entries", columns, unique=False)
