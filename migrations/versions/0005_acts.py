"""Acts of people, and what they need"""

import sqlalchemy as sa
from alembic import op

revision = "0005_acts"
down_revision = "0004_findings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "acts",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("undone_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["seq"], ["entries.seq"], name=op.f("fk_acts_seq_entries")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_acts")),
    )
    op.create_table(
        "act_keys",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["acts.seq"], name=op.f("fk_act_keys_seq_acts")),
        sa.PrimaryKeyConstraint("key", "seq", name=op.f("pk_act_keys")),
    )
    with op.batch_alter_table("act_keys", schema=None) as batch_op:
        batch_op.create_index("ix_act_keys_seq", ["seq"], unique=False)

    op.create_table(
        "hints",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hints")),
    )
    with op.batch_alter_table("hints", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hints_entity_id"), ["entity_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hints_key"), ["key"], unique=False)
        batch_op.create_index(batch_op.f("ix_hints_owner"), ["owner"], unique=False)

    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.add_column(sa.Column("verified", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("notice_posted", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("notice_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("contested", sa.Boolean(), nullable=False, server_default=sa.false()))

    with op.batch_alter_table("filings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("body", sa.String(), nullable=True))

    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.alter_column("entity_id", existing_type=sa.VARCHAR(), nullable=True)

    with op.batch_alter_table("releases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("public", sa.Boolean(), nullable=False, server_default=sa.true()))


def downgrade() -> None:
    with op.batch_alter_table("releases", schema=None) as batch_op:
        batch_op.drop_column("public")

    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.alter_column("entity_id", existing_type=sa.VARCHAR(), nullable=False)

    with op.batch_alter_table("filings", schema=None) as batch_op:
        batch_op.drop_column("body")

    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_column("contested")
        batch_op.drop_column("notice_until")
        batch_op.drop_column("notice_posted")
        batch_op.drop_column("verified")

    with op.batch_alter_table("hints", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hints_owner"))
        batch_op.drop_index(batch_op.f("ix_hints_key"))
        batch_op.drop_index(batch_op.f("ix_hints_entity_id"))

    op.drop_table("hints")
    with op.batch_alter_table("act_keys", schema=None) as batch_op:
        batch_op.drop_index("ix_act_keys_seq")

    op.drop_table("act_keys")
    op.drop_table("acts")
