"""Which entries came with a municipality from another installation, as the entry before them says"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0052_arrivals"
down_revision = "0051_words_by_id"
branch_labels = None
depends_on = None

_ENTRIES = sa.table("entries", sa.column("seq"), sa.column("kind"), sa.column("content"))


def upgrade() -> None:
    arrivals = op.create_table(
        "arrivals",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_arrivals")),
    )
    connection = op.get_bind()
    came = sa.select(_ENTRIES.c.seq, _ENTRIES.c.content).where(_ENTRIES.c.kind == "put-in").order_by(_ENTRIES.c.seq)
    for seq, content in connection.execute(came).all():
        said = json.loads(content)["said"]
        told = {"seq": seq, "municipality": said["municipality"]["id"], "last": said["last"]}
        connection.execute(arrivals.insert().values(told))


def downgrade() -> None:
    op.drop_table("arrivals")
