"""Rows as Parquet, where `pyarrow` is installed (`pip install 'diarium[parquet]'`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.bulk.dictionary import SOURCES, type_of
from app.errors import WrongUse
from app.exports.columns import columns_of, plain_text
from app.language.i18n import gettext as _
from app.schemas import Shape

_AT_ONCE = 5_000  # rows in a group
Row = Mapping[str, Any]


@contextmanager
def parquet_rows(rows: Iterable[Row], shape: type[Shape], path: Path) -> Iterator[Iterator[Row]]:
    """The rows as they come, each written to the file as it passes. Raises `WrongUse` where `pyarrow` is missing."""
    try:
        import pyarrow  # noqa: PLC0415 - an extra of its own, which few have
        from pyarrow import parquet  # noqa: PLC0415 - the same
    except ImportError as missing:
        raise WrongUse(_("Parquet kräver pyarrow: pip install 'diarium[parquet]'.")) from missing
    types = {
        "boolean": pyarrow.bool_(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "date": pyarrow.date32(),
        "datetime": pyarrow.timestamp("us", tz="UTC"),
        "string": pyarrow.string(),
    }
    columns = columns_of(shape, leaving_out=(SOURCES,))
    kinds = [type_of(shape, column.name) for column in columns]
    schema = pyarrow.schema([(column.name, types[kind]) for column, kind in zip(columns, kinds, strict=True)])
    values: list[list[Any]] = [[] for _column in columns]

    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:

        def write() -> None:
            arrays = [pyarrow.array(each, field.type) for each, field in zip(values, schema, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
            for each in values:
                each.clear()

        def passing() -> Iterator[Row]:
            for row in rows:
                for each, column, kind in zip(values, columns, kinds, strict=True):
                    each.append(_value(column.value(row), kind))
                if len(values[0]) == _AT_ONCE:
                    write()
                yield row
            write()

        yield passing()


def _value(value: Any, kind: str) -> Any:
    if value is None or value == "":
        return None
    if kind == "string":
        return plain_text(value)
    if kind == "date" and isinstance(value, str):
        return dt.date.fromisoformat(value)
    if kind == "datetime" and isinstance(value, str):
        return dt.datetime.fromisoformat(value)
    return value
