"""Ids that are sent on to several"""

import sqlalchemy as sa
from alembic import op

revision = "0009_divided"
down_revision = "0008_changes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _made(["id", "into"])


def downgrade() -> None:
    _made(["id"])


def _made(key: list[str]) -> None:
    """The table anew: it is derived, and filled when the register is built."""
    op.drop_index(op.f("ix_redirects_into"), table_name="redirects")
    op.drop_table("redirects")
    op.create_table(
        "redirects",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("into", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint(*key, name=op.f("pk_redirects")),
    )
    op.create_index(op.f("ix_redirects_into"), "redirects", ["into"], unique=False)
