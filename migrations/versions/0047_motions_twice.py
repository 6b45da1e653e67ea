"""Which motions lie in two matters, which is filled when the installation is opened; and an index that motions by day are counted
from alone"""

import sqlalchemy as sa
from alembic import op

revision = "0047_motions_twice"
down_revision = "0046_words_in_the_row"
branch_labels = None
depends_on = None

_COUNTED = ["raised", "ended", "matter_id", "basis", "twice", "municipality_id"]
_TWICE = sa.column("twice", sa.Boolean()).is_(sa.true())


def upgrade() -> None:
    op.add_column("motions", sa.Column("twice", sa.Boolean(), nullable=True))
    op.create_index(op.f("ix_motions_twice"), "motions", ["id"], sqlite_where=_TWICE, postgresql_where=_TWICE)
    op.drop_index(op.f("ix_motions_raised"), table_name="motions")
    op.create_index(op.f("ix_motions_raised"), "motions", _COUNTED)


def downgrade() -> None:
    op.drop_index(op.f("ix_motions_raised"), table_name="motions")
    op.create_index(op.f("ix_motions_raised"), "motions", ["raised"])
    op.drop_index(op.f("ix_motions_twice"), table_name="motions")
    with op.batch_alter_table("motions") as batch:
        batch.drop_column("twice")
