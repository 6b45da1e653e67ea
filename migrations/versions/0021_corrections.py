"""What a person corrected, from and to, by whom and why: shown at the fact"""

import sqlalchemy as sa
from alembic import op

revision = "0021_corrections"
down_revision = "0020_ends"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("sources") as table:
        table.add_column(sa.Column("correction", sa.JSON(none_as_null=True)))


def downgrade() -> None:
    with op.batch_alter_table("sources") as table:
        table.drop_column("correction")
