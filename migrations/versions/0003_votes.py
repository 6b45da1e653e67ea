"""Votes, ballots and presence"""

import sqlalchemy as sa
from alembic import op

revision = "0003_votes"
down_revision = "0002_register"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ballots",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("vote_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("name_id", sa.String(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballots")),
    )
    with op.batch_alter_table("ballots", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ballots_name_id"), ["name_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ballots_owner"), ["owner"], unique=False)
        batch_op.create_index(batch_op.f("ix_ballots_vote_id"), ["vote_id"], unique=False)

    op.create_table(
        "presence",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("name_id", sa.String(), nullable=False),
        sa.Column("serving", sa.Boolean(), nullable=False),
        sa.Column("for_name_id", sa.String(), nullable=True),
        sa.Column("items", sa.JSON(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presence")),
    )
    with op.batch_alter_table("presence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_presence_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_presence_name_id"), ["name_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_presence_owner"), ["owner"], unique=False)

    op.create_table(
        "votes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("yes_means", sa.Text(), nullable=True),
        sa.Column("no_means", sa.Text(), nullable=True),
        sa.Column("yes", sa.Integer(), nullable=True),
        sa.Column("no", sa.Integer(), nullable=True),
        sa.Column("abstain", sa.Integer(), nullable=True),
        sa.Column("absent", sa.Integer(), nullable=True),
        sa.Column("paired", sa.Integer(), nullable=True),
        sa.Column("casting_vote", sa.Boolean(), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_votes")),
    )
    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_votes_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_votes_owner"), ["owner"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_votes_owner"))
        batch_op.drop_index(batch_op.f("ix_votes_item_id"))

    op.drop_table("votes")
    with op.batch_alter_table("presence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_presence_owner"))
        batch_op.drop_index(batch_op.f("ix_presence_name_id"))
        batch_op.drop_index(batch_op.f("ix_presence_document_id"))

    op.drop_table("presence")
    with op.batch_alter_table("ballots", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ballots_vote_id"))
        batch_op.drop_index(batch_op.f("ix_ballots_owner"))
        batch_op.drop_index(batch_op.f("ix_ballots_name_id"))

    op.drop_table("ballots")
