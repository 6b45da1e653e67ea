"""On which day a § ended each motion, which is filled when the installation is opened; and motions and a municipality's §§ by day"""

import sqlalchemy as sa
from alembic import op

revision = "0041_motions_ended"
down_revision = "0040_identities"
branch_labels = None
depends_on = None

_DAYS = ("date", "raised")


def upgrade() -> None:
    op.add_column("motions", sa.Column("ended", sa.Date(), nullable=True))
    for day in _DAYS:
        op.create_index(op.f(f"ix_motions_{day}"), "motions", [day])
    op.drop_index(op.f("ix_items_municipality_id"), table_name="items")
    op.create_index(op.f("ix_items_municipality_id_date"), "items", ["municipality_id", "date"])


def downgrade() -> None:
    op.drop_index(op.f("ix_items_municipality_id_date"), table_name="items")
    op.create_index(op.f("ix_items_municipality_id"), "items", ["municipality_id"])
    for day in _DAYS:
        op.drop_index(op.f(f"ix_motions_{day}"), table_name="motions")
    with op.batch_alter_table("motions") as batch:
        batch.drop_column("ended")
