"""Every field of every list: its type, and what it means in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from app.exports.columns import columns_of, without_none
from app.language.fields import field_words
from app.language.i18n import speaking
from app.schemas import Shape
from app.schemas.lists import LISTED

SOURCES = "sources"
# Types by the names that Frictionless has for them; all else is text.
_TYPES: dict[Any, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    dt.date: "date",
    dt.datetime: "datetime",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a list's table. `detail` is what the API's description adds, in English."""

    resource: str
    name: str
    type: str
    swedish: str
    english: str
    detail: str


def fields_of(resource: str) -> list[Field]:
    """The columns of the list's table, in its order."""
    shape = LISTED[resource]
    names = [column.name for column in columns_of(shape, leaving_out=(SOURCES,))]
    with speaking("sv"):
        swedish = [field_words(name) for name in names]
    with speaking("en"):
        english = [field_words(name) for name in names]
    described = [_described(shape, name) for name in names]
    return [
        Field(resource, name, kind, one, other, detail)
        for name, one, other, (kind, detail) in zip(names, swedish, english, described, strict=True)
    ]


def all_fields() -> Iterator[Field]:
    for resource in LISTED:
        yield from fields_of(resource)


def _described(shape: type[Shape], name: str) -> tuple[str, str]:
    """The type of a column's values, and what the shape says of the field; what may be several values is text."""
    kind: Any = shape
    several, detail = False, ""
    for key in name.split("."):
        field = kind.model_fields[key]
        kind, detail = without_none(field.annotation), field.description or ""
        if get_origin(kind) is list:
            several, kind = True, without_none(get_args(kind)[0])
    return ("string" if several else _TYPES.get(kind, "string")), detail


def type_of(shape: type[Shape], name: str) -> str:
    """The type of a column's values."""
    return _described(shape, name)[0]
