"""The keys of municipalities whose ids are not made by the installation's secret, found again in their entries"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0050_municipality_keys"
down_revision = "0049_changes_of_a_municipality"
branch_labels = None
depends_on = None

_ENTRIES = sa.table("entries", sa.column("seq"), sa.column("kind"), sa.column("content"))


def upgrade() -> None:
    keys = op.create_table(
        "municipality_keys",
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("municipality", name=op.f("pk_municipality_keys")),
    )
    connection = op.get_bind()
    given = sa.select(_ENTRIES.c.seq, _ENTRIES.c.content).where(_ENTRIES.c.kind == "key").order_by(_ENTRIES.c.seq)
    for seq, content in connection.execute(given).all():
        said = json.loads(content)["said"]
        connection.execute(keys.insert().values(seq=seq, municipality=said["municipality"], key=said["key"]))


def downgrade() -> None:
    op.drop_table("municipality_keys")
