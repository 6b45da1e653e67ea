"""The columns of a table made of nested rows, from the shape that the API promises of them.

- A plain value is a column of its key: `date`.
- An object is a column for each of its keys, after a dot: `body.name`. Where the object is null, all of them are empty.
- A list of plain values is one cell, `; ` between them: `S; V`.
- A list of plain objects is a column for each of their keys, the objects' values in the same order, with nothing between the
  marks where one has none: `members.name` `Elsa Brandfors; Bo Ek`, `members.party` `C; `. Where none has any it is empty.
- The pieces of a text in which words were found are the text.
- Any other list is its JSON in one cell.

Null, and a list of nothing, are an empty cell.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Union, get_args, get_origin

import orjson

from app.schemas import Shape
from app.schemas.search import Segment

BETWEEN = "; "
Value = Callable[[Mapping[str, Any]], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name and how a row's value of it is read: text, number, day, truth value or None."""

    name: str
    value: Value


def columns_of(shape: type[Shape], keys: Collection[str] = (), leaving_out: Collection[str] = ()) -> list[Column]:
    """The columns of rows of this shape, the id first and then in its order: those of `keys` alone, where any are named, and
    none of the keys `leaving_out`, however deep they lie."""
    fields = sorted(shape.model_fields.items(), key=lambda named: named[0] != "id")
    return [
        column
        for key, field in fields
        if key not in leaving_out and (not keys or key in keys)
        for column in _columns(key, (key,), field.annotation, leaving_out)
    ]


def _columns(name: str, path: tuple[str, ...], annotation: Any, leaving_out: Collection[str]) -> Iterable[Column]:
    kind = without_none(annotation)
    if _is_shape(kind):
        for key, field in kind.model_fields.items():
            if key not in leaving_out:
                yield from _columns(f"{name}.{key}", (*path, key), field.annotation, leaving_out)
    elif get_origin(kind) is list:
        (one,) = get_args(kind)
        yield from _of_list(name, path, without_none(one), leaving_out)
    else:
        yield Column(name, _json_at(path) if kind is Any else at(path))


def _of_list(name: str, path: tuple[str, ...], one: Any, leaving_out: Collection[str]) -> Iterable[Column]:
    if not _is_shape(one):
        yield Column(name, partial(_joined, at(path)))
        return
    if one is Segment:
        yield Column(name, partial(_together, at(path)))
        return
    fields = {key: field for key, field in one.model_fields.items() if key not in leaving_out}
    if all(_is_plain(without_none(field.annotation)) for field in fields.values()):
        for key in fields:
            yield Column(f"{name}.{key}", partial(_joined_of, at(path), key))
    else:
        yield Column(name, _json_at(path))


def at(path: tuple[str, ...]) -> Value:
    """The reader of the value at the end of these keys; None where an object on the way is null or is not there."""
    if len(path) == 1:
        (only,) = path
        return lambda row: row.get(only)
    if len(path) == 2:
        first, second = path
        return lambda row: (row.get(first) or _NOTHING).get(second)
    return partial(_deep, path)


_NOTHING: Mapping[str, Any] = {}


def _deep(path: tuple[str, ...], row: Mapping[str, Any]) -> Any:
    value: Any = row
    for key in path:
        if value is None:
            return None
        value = value.get(key)
    return value


def _joined(values: Value, row: Mapping[str, Any]) -> str:
    return BETWEEN.join(map(plain_text, values(row) or ()))


def _joined_of(values: Value, key: str, row: Mapping[str, Any]) -> str:
    texts = [plain_text(one.get(key)) for one in values(row) or ()]
    return BETWEEN.join(texts) if any(texts) else ""


def _together(values: Value, row: Mapping[str, Any]) -> str:
    return "".join([piece["text"] for piece in values(row) or ()])


def _json_at(path: tuple[str, ...]) -> Value:
    value = at(path)

    def as_json(row: Mapping[str, Any]) -> str | None:
        found = value(row)
        if isinstance(found, str):
            return found
        return orjson.dumps(found, option=orjson.OPT_UTC_Z).decode() if found not in (None, []) else None

    return as_json


def plain_text(value: Any) -> str:
    """A plain value as text: `true`, `2025-11-05`, nothing for null."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    # the API's own way to write days and instants
    return orjson.dumps(value, option=orjson.OPT_UTC_Z).decode().strip('"')


def without_none(annotation: Any) -> Any:
    """`X | None` → `X`."""
    if get_origin(annotation) in {Union, types.UnionType}:
        return next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _is_shape(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Shape)


def _is_plain(kind: Any) -> bool:
    return get_origin(kind) is not list and not _is_shape(kind) and kind is not Any


def under(base_path: str, column: Column) -> Column:
    """The column with the addresses of ours in it under the path that the installation lies under."""
    if not base_path or column.name.rpartition(".")[2] not in {"page", "image", "list"}:
        return column

    def value(row: Mapping[str, Any]) -> Any:
        found = column.value(row)
        if not isinstance(found, str):
            return found
        return BETWEEN.join(f"{base_path}{one}" if one.startswith("/") else one for one in found.split(BETWEEN))

    return Column(column.name, value)
