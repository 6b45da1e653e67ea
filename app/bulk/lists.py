"""The lists' rows as files: JSON Lines with every source, and CSV or Parquet without; read once, a row at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy.orm import Session

from app.api.list_rows import shown
from app.api.matters import unplaced
from app.api.resources import RESOURCES, Resource
from app.bulk.dictionary import SOURCES
from app.bulk.parquet import parquet_rows
from app.exports.columns import columns_of
from app.exports.csv import csv_lines
from app.exports.jsonl import jsonl
from app.queries.listing import EVERYTHING, Asked, Wanted, walk
from app.schemas.lists import LISTED
from app.today import today

Row = Mapping[str, Any]
# What follows from many matters, or from none, goes along whole where else only what changed does.
WHOLE = ("meetings", "presences", "people", "parties", "bodies", "municipalities", "corrections")


def write_lists(
    session: Session, folder: Path, filters: Mapping[str, Mapping[str, Any]], *, parquet: bool
) -> dict[str, int]:
    """`NAME.jsonl`, `NAME.csv` and, where wanted, `NAME.parquet` of every list, with how many rows each has; `filters` says
    by list what is left out."""
    return {one.name: _write(session, one, folder, filters.get(one.name, {}), parquet=parquet) for one in RESOURCES}


def _write(session: Session, resource: Resource, folder: Path, filters: Mapping[str, Any], *, parquet: bool) -> int:
    columns = columns_of(LISTED[resource.name], leaving_out=(SOURCES,))
    with ExitStack() as open_files:
        lines, table = (
            open_files.enter_context((folder / f"{resource.name}.{suffix}").open("wb")) for suffix in ("jsonl", "csv")
        )
        counted = _Counted(_rows(session, resource, filters))
        rows = _copied(counted, lines)
        if parquet:
            rows = open_files.enter_context(
                parquet_rows(rows, LISTED[resource.name], folder / f"{resource.name}.parquet")
            )
        for piece in csv_lines(rows, columns):
            table.write(piece)
    return counted.n


class _Counted:
    """Rows, and how many of them have been taken."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = rows
        self.n = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.n += 1
            yield row


def _rows(session: Session, resource: Resource, filters: Mapping[str, Any]) -> Iterator[Row]:
    placed = SOURCES in resource.listing.includes
    wanted = Wanted(frozenset({SOURCES} if placed else ()), placed, today())
    for row in walk(session, resource.listing, Asked(filters, "id", EVERYTHING, 0), wanted):
        yield shown(resource, row, frozenset(), placed=placed)


def _copied(rows: Iterable[Row], lines: BinaryIO) -> Iterator[Row]:
    """The rows without their sources, each written as a line with them first."""
    for row in rows:
        lines.writelines(jsonl([row]))
        yield unplaced(row)
