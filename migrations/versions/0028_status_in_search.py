"""Where a matter stands, as what a search is narrowed by. The entries are made anew when the installation is opened."""

import sqlalchemy as sa
from alembic import op

revision = "0028_status_in_search"
down_revision = "0027_search"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("search_entries", sa.Column("status", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("search_entries", "status")
