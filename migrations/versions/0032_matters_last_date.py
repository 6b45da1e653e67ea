"""The day of a matter's latest step, so that the latest are found without reading the steps of all"""

import sqlalchemy as sa
from alembic import op

revision = "0032_matters_last_date"
down_revision = "0031_corrected_sources"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("matters") as table:
        table.add_column(sa.Column("last_date", sa.Date(), nullable=True))
        table.create_index(op.f("ix_matters_last_date"), ["last_date"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("matters") as table:
        table.drop_index(op.f("ix_matters_last_date"))
        table.drop_column("last_date")
