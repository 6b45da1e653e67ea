"""A printed surname may be nobody's: which of several persons it means is not known"""

import sqlalchemy as sa
from alembic import op

revision = "0023_surnames"
down_revision = "0022_motions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("names") as table:
        table.alter_column("person_id", existing_type=sa.String(), nullable=True)


def downgrade() -> None:
    op.execute("UPDATE names SET person_id = id WHERE person_id IS NULL")
    with op.batch_alter_table("names") as table:
        table.alter_column("person_id", existing_type=sa.String(), nullable=False)
