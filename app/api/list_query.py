"""A question to a list, read from its address: every name and value is valid or refused with those that are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from app.api.as_of import reckoned
from app.api.parameters import UnknownParameter, fields_among, no_cursor, parts_of, refuse_twice
from app.api.resources import Resource
from app.errors import BadParameter
from app.exports.formats import Format
from app.language.i18n import gettext as _
from app.queries.listing import EVERYTHING, Asked, Filter, Kind, Wanted
from app.schemas.lists import ROWS
from app.web.days import typed_day

MOST, USUAL, FURTHEST, LONGEST = 500, 20, 1_000_000, 100
START = "*"
# Searched by those who read the description too: a word of hexadecimal pairs.
CURSOR = re.compile(r"^(\*|([0-9a-f]{2}){1,100})$")
# What a cursor holds outside walks: how many to pass by, in which order.
_PLACE = re.compile(r"(?P<offset>\d{1,8})@(?P<order>-?[a-z_]{1,40})")
_FLAGS = {"true": True, "false": False}
EXCEL = {"1": True, "0": False}


@dataclass(frozen=True, slots=True)
class Question:
    """What to list, what its rows are to hold, and which of their keys to show (all where there are none); a table `excel`
    reads by itself, or one that programmes do."""

    asked: Asked
    wanted: Wanted
    fields: frozenset[str]
    as_of: dt.date | None = None
    excel: bool = False


def question(query: QueryParams, resource: Resource, form: Format | None = None) -> Question:
    """The question that is put to a list; to one as a file of a format, for all that there is where no limit is said.

    Raises `BadParameter`.
    """
    params = once(query, [*names(resource), *(["excel"] if form is Format.CSV else [])])
    filters = {
        name: value_of(name, one, params[name]) for name, one in resource.listing.filters.items() if name in params
    }
    if "q" in params and "as_of" in params:  # what words were found by then is not kept
        raise BadParameter("q", params["q"], _("ingenting tillsammans med as_of"))
    order, offset, after = _start(resource, params)
    limit = EVERYTHING if form and "limit" not in params else number(params, "limit", USUAL, 1, MOST)
    excel = "excel" in params and chosen("excel", params["excel"], EXCEL)
    asked = Asked(filters, order, limit, offset, after)
    return Question(asked, wanted(resource, params), fields_of(resource, params), as_of(params), excel)


def names(resource: Resource) -> list[str]:
    """Every parameter that the list knows."""
    return [
        *resource.listing.filters,
        *(["include"] if resource.listing.includes else []),
        *(["today"] if resource.dated else []),
        *(["as_of"] if resource.remembered else []),
        "sort",
        "fields",
        "limit",
        "offset",
        "cursor",
    ]


def single_names(resource: Resource) -> list[str]:
    """Every parameter that a row alone knows."""
    return [name for name in names(resource) if name in {"include", "today", "as_of", "fields"}]


def wanted(resource: Resource, params: Mapping[str, str]) -> Wanted:
    """What rows are to hold. Raises `BadParameter`."""
    parts = frozenset(parts_of(params.get("include"), resource.listing.includes))
    day = typed_day("today", params["today"]) if "today" in params else None
    return Wanted(parts, "sources" in parts, reckoned(day, as_of(params)))


def as_of(params: Mapping[str, str]) -> dt.date | None:
    """The day as on which the register is asked. Raises `BadParameter`."""
    return typed_day("as_of", params["as_of"]) if "as_of" in params else None


def fields_of(resource: Resource, params: Mapping[str, str]) -> frozenset[str]:
    """The keys to show. Raises `BadParameter` for one that rows do not have."""
    return fields_among(params.get("fields"), ROWS[resource.name].model_fields)


def once(params: QueryParams, names_known: list[str]) -> dict[str, str]:
    """Each parameter's value. Raises `UnknownParameter` for an unknown one, `BadParameter` for one given twice."""
    for name, value in params.items():
        if name not in names_known:
            raise UnknownParameter(name, value, names_known)
    refuse_twice(params)
    return dict(params)


def value_of(name: str, one: Filter, typed: str) -> Any:
    """A filter's value. Raises `BadParameter` for one that it cannot have."""
    match one.kind:
        case Kind.DAY:
            return typed_day(name, typed)
        case Kind.INSTANT:
            return _instant(name, typed)
        case Kind.FLAG:
            return chosen(name, typed, _FLAGS)
        case Kind.CHOICE:
            return chosen(name, typed, {value: value for value in one.choices})
        case Kind.NUMBER:
            return number({name: typed}, name, 0, 0, 2**53)
        case Kind.TEXT:
            if len(typed) > LONGEST:
                raise BadParameter(name, typed, _("högst {n} tecken").format(n=LONGEST))
            return typed


def chosen(name: str, typed: str, choices: Mapping[str, Any]) -> Any:
    if typed not in choices:
        raise BadParameter(name, typed, list(choices))
    return choices[typed]


def _instant(name: str, typed: str) -> dt.datetime:
    """An instant in any zone (RFC 3339). A plus sign that an address made a blank is one again;
    a leap second is the one before it."""
    try:
        at = dt.datetime.fromisoformat(typed.replace(" ", "+").upper().replace(":60", ":59"))
        if at.tzinfo is None:
            raise ValueError(typed)
        return at.astimezone(dt.UTC)
    except (ValueError, OverflowError) as error:
        raise BadParameter(name, typed, _("en tidpunkt, 2026-01-31T12:00:00Z")) from error


def number(params: Mapping[str, str], name: str, usual: int, least: int, most: int) -> int:
    """A whole number within bounds, the usual one where none is said. Raises `BadParameter`."""
    text = params.get(name)
    if text is None:
        return usual
    if not (text.isascii() and text.isdigit() and len(text) <= 16 and least <= int(text) <= most):
        raise BadParameter(name, text, f"{least}–{most}")
    return int(text)


def _start(resource: Resource, params: Mapping[str, str]) -> tuple[str, int, Any]:
    """How to sort, how many to pass by, and the id that a walk has come to (None outside walks). Raises `BadParameter`: for
    an order that there is not, and for any beside a cursor, which goes its own way."""
    order = params.get("sort", resource.listing.order)
    if order not in orders_of(resource):
        raise BadParameter("sort", order, orders_of(resource))
    offset = number(params, "offset", 0, 0, FURTHEST)
    if "cursor" not in params:
        return order, offset, None
    for name in ("sort", "offset"):
        if name in params:
            raise BadParameter(name, params[name], _("ingenting tillsammans med cursor"))
    if params["cursor"] == START:
        return order, 0, ""
    stopped_at = id_of_cursor(params["cursor"])
    if place := _PLACE.fullmatch(stopped_at):
        if place["order"] in orders_of(resource) and int(place["offset"]) <= FURTHEST:
            return place["order"], int(place["offset"]), None
        raise no_cursor(params["cursor"])
    return order, 0, resource.listing.key(stopped_at)


def orders_of(resource: Resource) -> list[str]:
    return [sign + name for name in ("id", *resource.listing.sorts) for sign in ("", "-")]


def next_cursor(asked: Asked, last: Any) -> str | None:
    """Where the list goes on after a part of it, as one opaque word: a walk after its `last` id, else so many further in the
    same order. None at the end."""
    if last is None:
        return None
    offset = asked.offset + asked.limit
    place = str(last) if asked.after is not None else f"{offset}@{asked.order}"
    return place.encode().hex() if asked.after is not None or offset <= FURTHEST else None


def id_of_cursor(cursor: str) -> str:
    """What a cursor holds. Raises `BadParameter` for what is no cursor of ours."""
    if CURSOR.fullmatch(cursor) is None:
        raise no_cursor(cursor)
    return bytes.fromhex(cursor).decode("utf-8", "replace").replace("\0", "")
