"""The steps that may have ended a motion's year, by their matters"""

import sqlalchemy as sa
from alembic import op

revision = "0053_steps_ending"
down_revision = "0052_arrivals"
branch_labels = None
depends_on = None

_MAY_END_A_YEAR = sa.text("kind = 'item' AND state = 'past' AND (mode = 'decides' OR outcome = 'anteckning')")


def upgrade() -> None:
    op.create_index(
        op.f("ix_steps_ending"), "steps", ["owner"], sqlite_where=_MAY_END_A_YEAR, postgresql_where=_MAY_END_A_YEAR
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_steps_ending"), table_name="steps")
