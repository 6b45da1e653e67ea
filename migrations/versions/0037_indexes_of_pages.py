"""Indexes that pages of people, bodies and meetings are found by, however much is filed, and where each matter stands; they
are filled when the installation is opened"""

import sqlalchemy as sa
from alembic import op

revision = "0037_indexes_of_pages"
down_revision = "0036_search_facets"
branch_labels = None
depends_on = None

_AWAITED = sa.text("state = 'awaited'")
_OF_MATTERS = ("status", "outcome")
# What replaces the index of one column: by table, its column and the columns in its stead.
_LONGER = (
    ("meetings", "body_id", ["body_id", "date"]),
    ("documents", "body_id", ["body_id", "kind", "date"]),
    ("mentions", "name_id", ["name_id", "role", "date", "fact_id"]),
)


def upgrade() -> None:
    op.add_column("mentions", sa.Column("date", sa.Date(), nullable=True))
    for name in _OF_MATTERS:
        op.add_column("matters", sa.Column(name, sa.String(), nullable=True))
    for table, column, columns in _LONGER:
        op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns)
    op.create_index(op.f("ix_meetings_date"), "meetings", ["date"])
    op.create_index(
        op.f("ix_steps_awaited"), "steps", ["body_id", "owner"], sqlite_where=_AWAITED, postgresql_where=_AWAITED
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_steps_awaited"), table_name="steps")
    op.drop_index(op.f("ix_meetings_date"), table_name="meetings")
    for table, column, columns in _LONGER:
        op.drop_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table_name=table)
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    with op.batch_alter_table("mentions") as batch:
        batch.drop_column("date")
    with op.batch_alter_table("matters") as batch:
        for name in _OF_MATTERS:
            batch.drop_column(name)
