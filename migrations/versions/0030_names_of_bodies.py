"""From which day a body bears its name, where another bore it before, and on which day it went on under another"""

import sqlalchemy as sa
from alembic import op

revision = "0030_names_of_bodies"
down_revision = "0029_item_numbers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("bodies", sa.Column("name_from", sa.Date(), nullable=True))
    op.add_column("redirects", sa.Column("day", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("redirects", "day")
    op.drop_column("bodies", "name_from")
