"""People, and ids that are sent on"""

import sqlalchemy as sa
from alembic import op

revision = "0007_people"
down_revision = "0006_jobs"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_people_municipality_id"), ["municipality_id"], unique=False)

    op.create_table(
        "redirects",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("into", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redirects")),
    )
    with op.batch_alter_table("redirects", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_redirects_into"), ["into"], unique=False)

    with op.batch_alter_table("names", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person_id", sa.String(), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_names_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("names", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_names_person_id"))
        batch_op.drop_column("person_id")

    with op.batch_alter_table("redirects", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_redirects_into"))

    op.drop_table("redirects")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_people_municipality_id"))

    op.drop_table("people")
