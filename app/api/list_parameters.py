"""What can be asked of a list, as OpenAPI describes it."""

from __future__ import annotations

from typing import Any

from app.api.questions import FURTHEST, LONGEST, MOST, USUAL, names, single_names
from app.api.resources import Resource
from app.queries.listing import Filter, Kind
from app.schemas.lists import ROWS

Schema = dict[str, Any]


def parameters_of(resource: Resource, *, alone: bool) -> list[dict[str, Any]]:
    """The query parameters of a resource's list, or of one of its rows alone."""
    return [_parameter(resource, name) for name in (single_names if alone else names)(resource)]


def _parameter(resource: Resource, name: str) -> dict[str, Any]:
    description, schema, example = _said(resource, name)
    schema = {**schema, "examples": [example]}
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


def _said(resource: Resource, name: str) -> tuple[str, Schema, Any]:
    listing = resource.listing
    if name in listing.filters:
        return _filter(listing.filters[name])
    orders = [sign + key for key in ("id", *listing.sorts) for sign in ("", "-")]
    listed = ", ".join(ROWS[resource.name].model_fields)
    text = {"type": "string", "maxLength": 1000}
    number = {"type": "integer", "minimum": 0}
    common: dict[str, tuple[str, Schema, Any]] = {
        "include": (f"What to send along: {', '.join(listing.includes)}.", text, ",".join(listing.includes)),
        "today": ("The civil date that deadlines are reckoned on; today when left out.", _DAY, "2025-11-05"),
        "sort": (
            "How to sort; a minus turns the order round.",
            {"type": "string", "enum": orders, "default": listing.order},
            listing.order,
        ),
        "fields": (f"Which keys to show, separated by commas; the id always. Known: {listed}.", text, "id"),
        "limit": ("How many at most.", {**number, "minimum": 1, "maximum": MOST, "default": USUAL}, USUAL),
        "offset": ("How many to pass by first.", {**number, "maximum": FURTHEST, "default": 0}, 0),
        "cursor": (
            "For walking everything: `*` at first, then the `next_cursor` of the answer before. The walk goes by id and "
            "meets every row that was there when it began once, whatever is filed meanwhile. Not with `sort` or `offset`.",
            {"type": "string", "maxLength": 200},
            "*",
        ),
    }
    return common[name]


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
