"""The lists that announce a motion are found by its title, however many matters share that"""

import sqlalchemy as sa
from alembic import op

revision = "0025_announced_by_title"
down_revision = "0024_kind_of_matter"
branch_labels = None
depends_on = None

_ANNOUNCES = sa.text("origin = 'announced'")


def upgrade() -> None:
    op.create_index(
        op.f("ix_motions_announced"), "motions", ["key"], sqlite_where=_ANNOUNCES, postgresql_where=_ANNOUNCES
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_motions_announced"), table_name="motions")
