"""The day of each ballot and of each presence, by which the first and the last of somebody are found; they are filled when the
installation is opened"""

import sqlalchemy as sa
from alembic import op

revision = "0045_days_of_people"
down_revision = "0044_unsure"
branch_labels = None
depends_on = None

_TABLES = ("ballots", "presence")


def upgrade() -> None:
    for table in _TABLES:
        op.add_column(table, sa.Column("date", sa.Date(), nullable=True))
        op.drop_index(op.f(f"ix_{table}_name_id"), table_name=table)
        op.create_index(op.f(f"ix_{table}_name_id_date"), table, ["name_id", "date"])


def downgrade() -> None:
    for table in _TABLES:
        op.drop_index(op.f(f"ix_{table}_name_id_date"), table_name=table)
        op.create_index(op.f(f"ix_{table}_name_id"), table, ["name_id"])
        with op.batch_alter_table(table) as batch:
            batch.drop_column("date")
