"""Indexes by which the clauses that name other §§ of their meeting are found, of many §§ at once"""

import sqlalchemy as sa
from alembic import op

revision = "0048_who_names_whom"
down_revision = "0047_motions_twice"
branch_labels = None
depends_on = None

_NAMES_ITEMS = sa.text("CAST(about AS TEXT) != '[]'")


def upgrade() -> None:
    op.create_index(
        op.f("ix_clauses_about"),
        "clauses",
        ["entity_id"],
        sqlite_where=_NAMES_ITEMS,
        postgresql_where=_NAMES_ITEMS,
    )
    op.drop_index(op.f("ix_items_meeting_id"), table_name="items")
    op.create_index(op.f("ix_items_meeting_id"), "items", ["meeting_id", "id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_items_meeting_id"), table_name="items")
    op.create_index(op.f("ix_items_meeting_id"), "items", ["meeting_id"])
    op.drop_index(op.f("ix_clauses_about"), table_name="clauses")
