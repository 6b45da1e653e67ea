"""How far the reading of a file has come: pages of a scan that are read, of how many"""

import sqlalchemy as sa
from alembic import op

revision = "0038_progress"
down_revision = "0037_indexes_of_pages"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("jobs", sa.Column("pages_read", sa.Integer(), nullable=True))
    op.add_column("jobs", sa.Column("pages", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("jobs") as batch:
        batch.drop_column("pages")
        batch.drop_column("pages_read")
