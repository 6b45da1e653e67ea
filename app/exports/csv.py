"""CSV in UTF-8, a line a row: a list with the columns of `columns.py`, or a page's table; for Excel with a byte order mark
and semicolons.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from app.exports.cells import Cell, safe, safe_text
from app.exports.columns import Column, plain_text

MEDIA_TYPE = "text/csv; charset=utf-8"
_PIECE = 100


def csv_lines(rows: Iterable[Mapping[str, Any]], columns: Sequence[Column], *, excel: bool = False) -> Iterator[bytes]:
    """The headings, then the rows, a hundred at a time. Lines end as RFC 4180 has them."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if excel else ",", lineterminator="\r\n")
    text.write("\ufeff" if excel else "")
    writer.writerow([column.name for column in columns])
    values = [column.value for column in columns]
    for n, row in enumerate(rows, start=1):
        writer.writerow([cell_of(value(row)) for value in values])
        if n % _PIECE == 0:
            yield _taken(text)
    yield _taken(text)


def table_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]], *, excel: bool = False) -> str:
    """A table of a page under its own headings, each cell on one line."""
    text = io.StringIO()
    text.write("\ufeff" if excel else "")
    writer = csv.writer(text, delimiter=";" if excel else ",", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def cell_of(value: Any) -> Cell:
    """A value as a cell: numbers stay numbers, nothing in a text is a formula."""
    if isinstance(value, str):
        return safe_text(value)
    if type(value) is int or isinstance(value, float):
        return value
    return plain_text(value)


def _taken(text: io.StringIO) -> bytes:
    made = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return made
