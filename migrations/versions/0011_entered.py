"""Readings that a person entered can be undone"""

import sqlalchemy as sa
from alembic import op

revision = "0011_entered"
down_revision = "0010_aliases"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("undone_by", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.drop_column("undone_by")
