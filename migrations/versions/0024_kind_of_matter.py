"""What kind of matter it is, and the words that say so"""

import sqlalchemy as sa
from alembic import op

revision = "0024_kind_of_matter"
down_revision = "0023_surnames"
branch_labels = None
depends_on = None

_COLUMNS = {"kind": sa.String(), "kind_evidence": sa.String(), "kind_at": sa.JSON()}


def upgrade() -> None:
    with op.batch_alter_table("matters") as table:
        for name, kind in _COLUMNS.items():
            table.add_column(sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("matters") as table:
        for name in reversed(_COLUMNS):
            table.drop_column(name)
