"""What can be found by words, with the index of each database over it"""

import sqlalchemy as sa
from alembic import op

revision = "0027_search"
down_revision = "0026_minutes_days"
branch_labels = None
depends_on = None

_SQLITE = (
    "CREATE VIRTUAL TABLE search_fts_words USING fts5(title, body, parts, content='search_entries', content_rowid='n', "
    "tokenize='unicode61 remove_diacritics 0')",
    "INSERT INTO search_fts_words (search_fts_words, rank) VALUES ('secure-delete', 1)",
    "CREATE TRIGGER search_fts_words_insert AFTER INSERT ON search_entries BEGIN"
    " INSERT INTO search_fts_words (rowid, title, body, parts) VALUES (new.n, new.title, new.body, new.parts); END",
    "CREATE TRIGGER search_fts_words_delete AFTER DELETE ON search_entries BEGIN"
    " INSERT INTO search_fts_words (search_fts_words, rowid, title, body, parts)"
    " VALUES ('delete', old.n, old.title, old.body, old.parts); END",
    "CREATE TRIGGER search_fts_words_update AFTER UPDATE ON search_entries BEGIN"
    " INSERT INTO search_fts_words (search_fts_words, rowid, title, body, parts)"
    " VALUES ('delete', old.n, old.title, old.body, old.parts);"
    " INSERT INTO search_fts_words (rowid, title, body, parts) VALUES (new.n, new.title, new.body, new.parts); END",
)
_POSTGRESQL = (
    "ALTER TABLE search_entries ADD COLUMN search_fts_words tsvector GENERATED ALWAYS AS ("
    "setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', '0 ' || body), 'B')"
    " || setweight(to_tsvector('simple', '0 ' || parts), 'D')) STORED",
    "CREATE INDEX ix_search_fts_words ON search_entries USING gin (search_fts_words)",
)


def upgrade() -> None:
    op.create_table(
        "search_entries",
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=True),
        sa.Column("body_id", sa.String(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_search_entries")),
    )
    op.create_index(op.f("ix_search_entries_owner"), "search_entries", ["owner"], unique=False)
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_fts_words")
    op.drop_table("search_entries")
