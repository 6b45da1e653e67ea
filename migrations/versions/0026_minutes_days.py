"""The day that whole minutes are of, as a key by which they meet others of their body"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0026_minutes_days"
down_revision = "0025_announced_by_title"
branch_labels = None
depends_on = None

_AT_ONCE = 500
_keys = sa.table("part_keys", sa.column("key"), sa.column("reading_seq"), sa.column("n"))
_parts = sa.table("parts", sa.column("reading_seq"), sa.column("n"), sa.column("of_n"), sa.column("content", sa.Text()))


def upgrade() -> None:
    connection = op.get_bind()
    keyed = sa.select(_keys.c.key, _keys.c.reading_seq, _keys.c.n, _parts.c.content)
    keyed = keyed.join(_parts, sa.and_(_parts.c.reading_seq == _keys.c.reading_seq, _parts.c.n == _keys.c.n))
    keyed = keyed.where(_parts.c.of_n.is_(None), _keys.c.key.like("%|document|minutes|%"))
    rows = [
        {"key": day, "reading_seq": row.reading_seq, "n": row.n}
        for row in connection.execute(keyed).all()
        if json.loads(row.content)["document"]["kind"] == "protokoll" and (day := _day(row.key))
    ]
    distinct = list({tuple(row.values()): row for row in rows}.values())
    for start in range(0, len(distinct), _AT_ONCE):
        connection.execute(_keys.insert(), distinct[start : start + _AT_ONCE])


def downgrade() -> None:
    op.get_bind().execute(_keys.delete().where(_keys.c.key.like("%|minutes_day|%")))


def _day(key: str) -> str | None:
    """`place|document|minutes|kommunstyrelsen|2025-11-05|201` gives `place|minutes_day|kommunstyrelsen|2025-11-05`."""
    place, _document, _minutes, body, day, *_first = key.split("|")
    return f"{place}|minutes_day|{body}|{day}" if body and day != "None" else None
