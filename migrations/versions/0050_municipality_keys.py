"""The keys of municipalities whose ids are not made by the installation's secret"""

import sqlalchemy as sa
from alembic import op

revision = "0050_municipality_keys"
down_revision = "0049_changes_of_a_municipality"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "municipality_keys",
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("municipality", name=op.f("pk_municipality_keys")),
    )


def downgrade() -> None:
    op.drop_table("municipality_keys")
