"""The words that PostgreSQL finds an entry by stand in its row, not beside it"""

from alembic import op

revision = "0046_words_in_the_row"
down_revision = "0045_days_of_people"
branch_labels = None
depends_on = None

_STORED = "ALTER TABLE search_entries ALTER COLUMN search_fts_words SET STORAGE {}"


def upgrade() -> None:
    _store("MAIN")


def downgrade() -> None:
    _store("EXTENDED")


def _store(how: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_STORED.format(how))
