"""Rows that are only asked for by their owner lie by owner"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0014_rows_by_owner"
down_revision = "0013_keys_that_end"
branch_labels = None
depends_on = None

_TABLES = ("sources", "mentions", "targets", "case_mentions", "item_documents", "hints")


def upgrade() -> None:
    for table in _TABLES:
        op.drop_index(op.f(f"ix_{table}_owner"), table_name=table)
        _keyed(table, ["owner", "id"])


def downgrade() -> None:
    for table in _TABLES:
        _keyed(table, ["id"])
        op.create_index(op.f(f"ix_{table}_owner"), table, ["owner"], unique=False)


def _keyed(table: str, columns: Sequence[str]) -> None:
    """The table under another key. It is derived, and filled when the register is built: emptied, it is quickly moved."""
    op.execute(sa.table(table).delete())
    with op.batch_alter_table(table, recreate="auto") as batch_op:
        batch_op.drop_constraint(op.f(f"pk_{table}"), type_="primary")
        batch_op.create_primary_key(op.f(f"pk_{table}"), list(columns))
