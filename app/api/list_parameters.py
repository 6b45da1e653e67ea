"""What can be asked of a list, as OpenAPI describes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.api.as_of import DESCRIPTION, EXAMPLE
from app.api.list_query import CURSOR, FURTHEST, LONGEST, MOST, USUAL, names, single_names
from app.api.resources import Resource
from app.queries.listing import Filter, Kind
from app.schemas.lists import ROWS

Schema = dict[str, Any]


def parameters_of(resource: Resource, *, alone: bool) -> list[dict[str, Any]]:
    """The query parameters of a resource's list, or of one of its rows alone."""
    return [_parameter(resource, name) for name in (single_names if alone else names)(resource)]


def _parameter(resource: Resource, name: str) -> dict[str, Any]:
    description, schema, example = _said(resource, name)
    parameter = {"name": name, "in": "query", "required": False, "description": description}
    return {**parameter, "schema": {**schema, "examples": [example]}}


def _said(resource: Resource, name: str) -> tuple[str, Schema, Any]:
    listing = resource.listing
    if name in listing.filters:
        return _filter(listing.filters[name])
    orders = [sign + key for key in ("id", *listing.sorts) for sign in ("", "-")]
    number = {"type": "integer", "minimum": 0}
    common: dict[str, tuple[str, Schema, Any]] = {
        "include": ("What to send along, separated by commas.", some_of(listing.includes), list(listing.includes)),
        "today": (
            "The civil date that deadlines are reckoned on; that of `as_of`, else today, when left out.",
            _DAY,
            "2025-11-05",
        ),
        "as_of": (DESCRIPTION, _DAY, EXAMPLE),
        "sort": (
            "How to sort; a minus turns the order round.",
            {"type": "string", "enum": orders, "default": listing.order},
            listing.order,
        ),
        "fields": (
            FIELDS,
            some_of(ROWS[resource.name].model_fields),
            ["id"],
        ),
        "limit": ("How many at most.", {**number, "minimum": 1, "maximum": MOST, "default": USUAL}, USUAL),
        "offset": ("How many to pass by first.", {**number, "maximum": FURTHEST, "default": 0}, 0),
        "cursor": (
            "The `next_cursor` of the answer before. For walking everything, `*` at first: the walk goes by id and meets "
            "every row that was there when it began once, whatever is filed meanwhile. Not with `sort` or `offset`.",
            {"type": "string", "pattern": CURSOR.pattern},
            "*",
        ),
    }
    return common[name]


def some_of(words: Iterable[str]) -> Schema:
    """Some of these words, in any order."""
    return {"type": "array", "minItems": 1, "items": {"type": "string", "enum": list(words)}}


FIELDS = "Which keys to show, separated by commas; the id always."
_DAY: Schema = {"type": "string", "format": "date"}


def _filter(one: Filter) -> tuple[str, Schema, Any]:
    schemas: dict[Kind, Schema] = {
        Kind.TEXT: {"type": "string", "maxLength": LONGEST},
        Kind.DAY: _DAY,
        Kind.INSTANT: {"type": "string", "format": "date-time"},
        Kind.FLAG: {"type": "boolean"},
        Kind.CHOICE: {"type": "string", "enum": list(one.choices)},
        Kind.NUMBER: {"type": "integer", "minimum": 0, "maximum": 2**53},
    }
    examples = {Kind.FLAG: True, Kind.NUMBER: 0}
    return one.description, schemas[one.kind], examples.get(one.kind, one.example)
