"""Whether a step decides its matter, worked out once instead of in every question"""

import sqlalchemy as sa
from alembic import op

revision = "0020_ends"
down_revision = "0019_unseen"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("steps") as table:
        table.add_column(sa.Column("ends", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("steps") as table:
        table.drop_column("ends")
