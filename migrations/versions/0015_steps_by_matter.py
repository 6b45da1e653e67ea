"""Steps lie by the matter that they belong to"""

import sqlalchemy as sa
from alembic import op

revision = "0015_steps_by_matter"
down_revision = "0014_rows_by_owner"
branch_labels = None
depends_on = None

_TABLES = ("steps", "step_follows")


def upgrade() -> None:
    _keyed(["owner", "id"])


def downgrade() -> None:
    _keyed(["id", "owner"])


def _keyed(columns: list[str]) -> None:
    """The tables under another key. They are derived, and filled when the register is built."""
    for table in _TABLES:
        op.execute(sa.table(table).delete())
        with op.batch_alter_table(table, recreate="auto") as batch:
            batch.drop_constraint(op.f(f"pk_{table}"), type_="primary")
            batch.create_primary_key(op.f(f"pk_{table}"), columns)
