"""The public store's tables: the register's, each row with the day since which it has stood, and the rows that stood
before. So it can be asked as of a day (`app/projection/public_as_of.py`), of everything that is public still.

The columns of the register come first and bear the same names, so whoever reads the register reads these.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, String, Table, Text

from app.models import named_metadata
from app.models.public_tables import PAST_NAME, WITHDRAWN_NAME
from app.models.register import redirects, register
from app.models.rows import OWNED, SHARED

published = named_metadata()

SINCE = "since"
# What stands on days; the rest counts (`changes`), or serves the writer alone.
_KEPT = (*SHARED.values(), *OWNED.values(), redirects)


def _dated(table: Table) -> Table:
    """A register's table with the first day of each row."""
    made = table.to_metadata(published)
    made.append_column(Column(SINCE, Date, nullable=False))
    for index in list(made.indexes):
        # what is listed by its day is counted as of one, too, without a row being read
        columns = list(index.columns)
        if isinstance(columns[-1].type, Date):
            made.indexes.discard(index)
            Index(index.name, *columns, made.c[SINCE])
    return made


def _past(table: Table) -> Table:
    """Rows as they stood from `since` up to the day before `until`; one row of the register may lie here many times."""
    columns = [Column(c.name, c.type, nullable=c.nullable) for c in table.c]
    days = [Column(name, Date, nullable=False) for name in (SINCE, "until")]
    made = Table(PAST_NAME.format(table.name), published, *columns, *days)
    found_by = {index.columns[0].name for index in table.indexes} | {column.name for column in table.primary_key}
    for column in table.c:
        if column.name in found_by:
            Index(None, made.c[column.name])
    return made


DATED: dict[str, Table] = {table.name: _dated(table) for table in _KEPT}
PAST: dict[str, Table] = {table.name: _past(table) for table in _KEPT}
for _table in register.sorted_tables:
    if _table.name not in DATED:
        _table.to_metadata(published)

# That something was there and is not, and why (`app/projection/tombstones.py`).
WITHDRAWN = Table(
    WITHDRAWN_NAME,
    published,
    Column("key", String, primary_key=True),
    Column("day", Date, nullable=False),
    Column("law", Text),
    Column("reason", Text, nullable=False),
)
