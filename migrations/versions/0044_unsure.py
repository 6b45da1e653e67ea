"""How much of each paper was not read, or is in doubt: the pages that a reading tells of it, and the numbers of each paper,
which are filled when the installation is opened"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0044_unsure"
down_revision = "0043_tickets"
branch_labels = None
depends_on = None

_NUMBERS = ("unread_lines", "doubts")
_READINGS = sa.table("readings", sa.column("seq"), sa.column("unsure"))
_ENTRIES = sa.table("entries", sa.column("seq"), sa.column("content"))


def upgrade() -> None:
    for name in _NUMBERS:
        op.add_column("appearances", sa.Column(name, sa.Integer(), nullable=True))
    op.add_column("readings", sa.Column("unsure", sa.Text(), nullable=True))
    connection = op.get_bind()
    for seq in connection.execute(sa.select(_READINGS.c.seq)).scalars().all():
        content = connection.execute(sa.select(_ENTRIES.c.content).where(_ENTRIES.c.seq == seq)).scalar()
        if unsure := _unsure(content):
            written = json.dumps(unsure, separators=(",", ":"), sort_keys=True)
            connection.execute(_READINGS.update().where(_READINGS.c.seq == seq).values(unsure=written))


def downgrade() -> None:
    with op.batch_alter_table("readings") as batch:
        batch.drop_column("unsure")
    for name in _NUMBERS:
        with op.batch_alter_table("appearances") as batch:
            batch.drop_column(name)


def _unsure(content: str | None) -> dict[str, list[list[int]]] | None:
    """None of what is not to be read: the check of the journal tells of that."""
    try:
        bundle = json.loads(content or "")["said"]["bundle"]
        lines = [_pages([line["source"]]) for line in bundle.get("unread", ())]
        doubts = [_pages(doubt.get("sources", ())) for doubt in bundle.get("doubts", ())]
    except (ValueError, KeyError, TypeError):
        return None
    return {"unread": [pages for pages in lines if pages], "doubts": [pages for pages in doubts if pages]}


def _pages(sources: list[dict]) -> list[int]:
    return sorted({place["page"] for source in sources for place in source["places"]})
