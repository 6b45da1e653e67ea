"""What an API key may do, until when, and since when it may not"""

import sqlalchemy as sa
from alembic import op

revision = "0013_keys_that_end"
down_revision = "0012_fewer_indexes"
branch_labels = None
depends_on = None

_NEW = ("scopes", "expires", "revoked")


def upgrade() -> None:
    with op.batch_alter_table("api_keys") as keys:
        keys.add_column(sa.Column("scopes", sa.String(), nullable=False, server_default="imports"))
        keys.add_column(sa.Column("expires", sa.Date(), nullable=True))
        keys.add_column(sa.Column("revoked", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("api_keys") as keys:
        for name in _NEW:
            keys.drop_column(name)
