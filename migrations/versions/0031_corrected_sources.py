"""Corrections found without walking through every source"""

import sqlalchemy as sa
from alembic import op

revision = "0031_corrected_sources"
down_revision = "0030_names_of_bodies"
branch_labels = None
depends_on = None

_CORRECTED = sa.text("correction IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        op.f("ix_sources_corrected"), "sources", ["owner"], sqlite_where=_CORRECTED, postgresql_where=_CORRECTED
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_sources_corrected"), table_name="sources")
