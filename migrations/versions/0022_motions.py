"""The motions that a matter is about, and those that a § of the council announces"""

import sqlalchemy as sa
from alembic import op

revision = "0022_motions"
down_revision = "0021_corrections"
branch_labels = None
depends_on = None

_INDEXED = ("municipality_id", "matter_id", "entity_id", "key", "id")


def upgrade() -> None:
    op.create_table(
        "motions",
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("matter_id", sa.String(), nullable=True),
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("mover", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("raised", sa.Date(), nullable=True),
        sa.Column("basis", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("owner", "id", name=op.f("pk_motions")),
    )
    for column in _INDEXED:
        op.create_index(op.f(f"ix_motions_{column}"), "motions", [column], unique=False)


def downgrade() -> None:
    op.drop_table("motions")
