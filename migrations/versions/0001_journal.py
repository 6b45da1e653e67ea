"""The journal: what was said"""

import sqlalchemy as sa
from alembic import op

revision = "0001_journal"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_keys")),
        sa.UniqueConstraint("hash", name=op.f("uq_api_keys_hash")),
    )
    op.create_table(
        "entries",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_entries")),
    )
    op.create_table(
        "followers",
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("generation", sa.String(), nullable=False),
        sa.Column("reached", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("scope", name=op.f("pk_followers")),
    )
    op.create_table(
        "filings",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["entries.seq"], name=op.f("fk_filings_seq_entries")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_filings")),
    )
    with op.batch_alter_table("filings", schema=None) as batch_op:
        batch_op.create_index("uq_filings_sha256_municipality", ["sha256", "municipality"], unique=True)

    op.create_table(
        "imports",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("filing_seq", sa.BigInteger(), nullable=True),
        sa.Column("receipt", sa.Text(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["filing_seq"], ["filings.seq"], name=op.f("fk_imports_filing_seq_filings")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_imports_sha256"), ["sha256"], unique=False)

    op.create_table(
        "readings",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("filing_seq", sa.BigInteger(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["filing_seq"], ["filings.seq"], name=op.f("fk_readings_filing_seq_filings")),
        sa.ForeignKeyConstraint(["seq"], ["entries.seq"], name=op.f("fk_readings_seq_entries")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_readings")),
    )
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_readings_filing_seq"), ["filing_seq"], unique=False)
        batch_op.create_index("uq_readings_filing_seq_reader_version", ["filing_seq", "reader", "version"], unique=True)

    op.create_table(
        "releases",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("filing_seq", sa.BigInteger(), nullable=False),
        sa.Column("first_page", sa.Integer(), nullable=False),
        sa.Column("last_page", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["filing_seq"], ["filings.seq"], name=op.f("fk_releases_filing_seq_filings")),
        sa.ForeignKeyConstraint(["seq"], ["entries.seq"], name=op.f("fk_releases_seq_entries")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_releases")),
    )
    with op.batch_alter_table("releases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_releases_filing_seq"), ["filing_seq"], unique=False)

    op.create_table(
        "parts",
        sa.Column("reading_seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("of_n", sa.Integer(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading_seq"], ["readings.seq"], name=op.f("fk_parts_reading_seq_readings")),
        sa.PrimaryKeyConstraint("reading_seq", "n", name=op.f("pk_parts")),
    )
    op.create_table(
        "part_keys",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("reading_seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_seq", "n"], ["parts.reading_seq", "parts.n"], name=op.f("fk_part_keys_reading_seq_n_parts")
        ),
        sa.PrimaryKeyConstraint("key", "reading_seq", "n", name=op.f("pk_part_keys")),
    )
    with op.batch_alter_table("part_keys", schema=None) as batch_op:
        batch_op.create_index("ix_part_keys_reading_seq_n", ["reading_seq", "n"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("part_keys", schema=None) as batch_op:
        batch_op.drop_index("ix_part_keys_reading_seq_n")

    op.drop_table("part_keys")
    op.drop_table("parts")
    with op.batch_alter_table("releases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_releases_filing_seq"))

    op.drop_table("releases")
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.drop_index("uq_readings_filing_seq_reader_version")
        batch_op.drop_index(batch_op.f("ix_readings_filing_seq"))

    op.drop_table("readings")
    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_imports_sha256"))

    op.drop_table("imports")
    with op.batch_alter_table("filings", schema=None) as batch_op:
        batch_op.drop_index("uq_filings_sha256_municipality")

    op.drop_table("filings")
    op.drop_table("followers")
    op.drop_table("entries")
    op.drop_table("api_keys")
