"""Tables as lines of JSON, a row each: `{"key": "version", "value": "3"}`."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson
import sqlalchemy as sa

from app.backups.manifest import Table
from app.journal.derived import canonical
from app.journal.files import for_us_alone, sync

_BATCH = 500


class Sum:
    """A hash of many rows that knows each of them and how often, but not their order: databases sort text differently."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, line: bytes) -> None:
        self.rows += 1
        self._sum = (self._sum + int.from_bytes(hashlib.sha256(line).digest())) % (1 << 256)

    def __str__(self) -> str:
        return f"{self._sum:064x}"


def write_table(connection: sa.Connection, table: sa.Table, path: Path) -> Table:
    """Write every row of a table to a file, durably."""
    path.parent.mkdir(parents=True, exist_ok=True)
    digest, total, size = hashlib.sha256(), Sum(), 0
    with open(path, "wb", opener=for_us_alone) as file:
        for line in _lines(connection, table):
            total.add(line)
            digest.update(line + b"\n")
            size += file.write(line + b"\n")
        sync(file)
    return Table(total.rows, size, digest.hexdigest(), str(total))


def load_table(connection: sa.Connection, table: sa.Table, path: Path) -> None:
    """Insert every row of a file."""
    dates = [column.name for column in table.c if isinstance(column.type, sa.Date)]
    with path.open("rb") as file:
        for batch in _batches(file):
            connection.execute(table.insert(), [_row(line, dates) for line in batch])


def sum_of(connection: sa.Connection, table: sa.Table) -> Sum:
    """What the table holds now."""
    total = Sum()
    for line in _lines(connection, table):
        total.add(line)
    return total


def _lines(connection: sa.Connection, table: sa.Table) -> Iterator[bytes]:
    columns = [column for column in table.c if column.computed is None]  # the database makes the others anew
    query = sa.select(*columns).order_by(*table.primary_key)
    names = [str(column.name) for column in columns]
    for row in connection.execute(query, execution_options={"yield_per": _BATCH}):
        yield canonical(dict(zip(names, row, strict=True)))


def _row(line: bytes, dates: list[str]) -> dict[str, Any]:
    row: dict[str, Any] = orjson.loads(line)
    return row | {name: dt.date.fromisoformat(row[name]) for name in dates if row[name] is not None}


def _batches(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    for line in lines:
        batch.append(line)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
