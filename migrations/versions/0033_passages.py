"""The stretches of text of §§ and documents, to be found by words. They are written when the installation is opened."""

import sqlalchemy as sa
from alembic import op

revision = "0033_passages"
down_revision = "0032_matters_last_date"
branch_labels = None
depends_on = None

_INDEXED = ("owner", "document_id", "file_id")


def upgrade() -> None:
    op.create_table(
        "passages",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passages")),
    )
    for column in _INDEXED:
        op.create_index(op.f(f"ix_passages_{column}"), "passages", [column], unique=False)


def downgrade() -> None:
    for column in _INDEXED:
        op.drop_index(op.f(f"ix_passages_{column}"), table_name="passages")
    op.drop_table("passages")
