"""What a file holds that its pages do not show: it is told why the file itself is not to be had"""

import sqlalchemy as sa
from alembic import op

revision = "0019_unseen"
down_revision = "0018_checkpoints"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("files") as table:
        table.add_column(sa.Column("unseen", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("files") as table:
        table.drop_column("unseen")
