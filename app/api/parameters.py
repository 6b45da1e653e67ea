"""What may be asked: an unknown parameter or value is refused with those that exist, as OpenAPI lists them.

The published description is the one place where parameters are defined, so what is described is what is allowed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import QueryParams

from app.errors import BadParameter, NotFound
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.language.nearest import near
from app.web.answers import PREFIX


def included(words: Collection[str], example: list[str]) -> Any:
    """What OpenAPI says of an `include`: some of these words, separated by commas."""

    def describe(schema: dict[str, Any]) -> None:
        schema.clear()
        one = {"type": "string", "enum": list(words)}
        schema.update({"type": "array", "minItems": 1, "items": one, "examples": [example]})

    return describe


SourcesInclude = Annotated[
    str | None,
    Query(
        description="What to send along: where every fact stands.",
        json_schema_extra=included(("sources",), ["sources"]),
    ),
]
# How much of an address that there is not is said back.
_LONGEST_ADDRESS = 100
Parameters = dict[str, dict[str, Any]]
# What people call a parameter who have seen the pages, or another API: letter by letter it is like none of them.
_CALLED = {
    "municipality": ("kommun", "town", "city", "place"),
    "body": ("organ", "nämnd", "namnd", "committee", "organization"),
    "kind": ("slag", "category"),
    "party": ("partier",),
    "outcome": ("utfall", "decision", "beslut", "result"),
    "status": ("läge", "lage", "state"),
    "person": ("name", "namn", "ledamot", "member"),
    "number": ("nummer", "dnr", "diarienummer"),
    "case": ("ärende", "arende", "dnr", "matter"),
    "item": ("paragraf",),
    "meeting": ("sammanträde", "sammantrade", "möte", "mote"),
    "q": ("query", "search", "text", "sök", "sok", "ord", "words"),
    "words": ("q", "query", "search", "text"),
    "from": ("year", "år", "ar", "date", "datum", "från", "fran", "since", "after", "start"),
    "to": ("year", "år", "ar", "date", "datum", "till", "tom", "until", "before", "end"),
    "year": ("år", "ar", "date", "datum"),
    "updated_since": ("modified", "changed_since"),
    "sort": ("order", "order_by", "orderby", "ordering", "ordning"),
    "limit": ("per_page", "page_size", "size", "count", "top"),
    "offset": ("page", "sida", "skip", "start_at"),
    "include": ("expand", "embed"),
}


class UnknownParameter(BadParameter):
    """A parameter that the question does not take: `UnknownParameter("prty", "C", ["party", "person"])`."""

    title = N_("Okänd parameter i frågan")
    detail = N_("{name} är ingen parameter här. {offer}Giltigt är: {allowed}.")

    def __init__(self, name: str, value: str, allowed: Sequence[str]) -> None:
        super().__init__(name, value, allowed or _("inga uppgifter alls"), typed=name)
        typed = name.casefold()
        called = [one for one in allowed if typed in _CALLED.get(one, ())]
        self.near = called or self.near


class MissingParameter(BadParameter):
    """A parameter that the question cannot do without: `MissingParameter("number", "at most 100 characters")`."""

    title = N_("En uppgift saknas i frågan")
    detail = N_("{name} måste anges. Giltigt är: {allowed}.")

    def __init__(self, name: str, allowed: str | Sequence[str]) -> None:
        super().__init__(name, "", allowed)


class UnknownAddress(NotFound):
    """An address that the API does not have: `UnknownAddress("votse", ["cases", "votes"])`."""

    detail = N_(
        "{address} finns inte i API:et. {offer}Här finns: {there}. Utan ändelse är svaret JSON, och listor finns också som "
        ".csv, .jsonl och .atom. Allt förklaras på /data."
    )

    def __init__(self, address: str, there: Sequence[str]) -> None:
        name = address.partition(".")[0]
        meant = [name] if name in there else near(name, there)
        offer = _("Menade du {near}?").format(near=", ".join(meant)) + " " if meant else ""
        super().__init__(address=address[:_LONGEST_ADDRESS] or PREFIX, offer=offer, there=", ".join(there))

    def sentence(self) -> str:
        """What there is to choose among is never cut."""
        return _(self.detail).format(**self.params)


def unknown_address(request: Request) -> UnknownAddress:
    """The error that says what there is, of an address that nothing answers."""
    there = [path.removeprefix(f"{PREFIX}/") for path in request.app.openapi()["paths"] if "{" not in path]
    return UnknownAddress(request.scope["path"].removeprefix(PREFIX).strip("/"), there)


async def only_described(request: Request) -> None:
    """Refuse a question with a parameter that the operation does not have. Raises `UnknownParameter`."""
    allowed = [name for name, parameter in _parameters(request).items() if parameter["in"] == "query"]
    for name, value in request.query_params.items():
        if name not in allowed:
            raise UnknownParameter(name, value, allowed)
    refuse_twice(request.query_params)


def refuse_twice(params: QueryParams) -> None:
    """Refuse a question that says one thing twice: whichever was obeyed, the other would be passed over in silence.

    Raises `BadParameter`.
    """
    names: set[str] = set()
    for name, value in params.multi_items():
        if name in names:
            raise BadParameter(name, value, _("ett värde, sagt en gång"))
        names.add(name)


def parts_of(include: str | None, parts: Collection[str]) -> set[str]:
    """The parts that `include` asks for: `"items, path"` gives both. Raises `BadParameter` for one that there is not."""
    wanted = [part.strip() for part in include.split(",")] if include is not None else []
    for part in wanted:
        if part not in parts:
            raise BadParameter("include", part, list(parts))
    return set(wanted)


def no_cursor(cursor: str) -> BadParameter:
    """The refusal of a cursor that is none of ours."""
    return BadParameter("cursor", cursor, _("* från början, annars next_cursor ur svaret före"))


def fields_among(fields: str | None, keys: Collection[str]) -> frozenset[str]:
    """The keys that `fields` asks for, the id always; none where it is left out. Raises `BadParameter` for an unknown one."""
    chosen = [name.strip() for name in fields.split(",")] if fields is not None else []
    for name in chosen:
        if name not in keys:
            raise BadParameter("fields", name, list(keys))
    return frozenset({"id", *chosen}) if chosen else frozenset()


def cut(row: Mapping[str, Any], fields: frozenset[str]) -> Mapping[str, Any]:
    """The row with the keys that were asked for; whole where none were."""
    return {name: value for name, value in row.items() if name in fields} if fields else row


def refusal(request: Request, error: RequestValidationError) -> BadParameter:
    """The error that says what a refused value could have been."""
    first = error.errors()[0]
    name = str(first["loc"][-1])
    if name == "cursor":
        return no_cursor(str(first.get("input", "")))
    schema = whole(_parameters(request).get(name, {}).get("schema", {}), request.app.openapi()["components"]["schemas"])
    return BadParameter(name, str(first.get("input", "")), allowed_by(schema))


def allowed_by(schema: dict[str, Any]) -> str | list[str]:
    """What a value may be by its JSON schema: the words that there are, or how it is written."""
    schema = {**schema, **next((part for part in schema.get("anyOf", []) if part.get("type") != "null"), {})}
    if schema.get("type") == "boolean":
        return ["true", "false"]
    if schema.get("format") == "date":
        return _("en dag, ÅÅÅÅ-MM-DD")
    if "enum" in schema:
        return [str(value) for value in schema["enum"]]
    if "minimum" in schema and "maximum" in schema:
        return f"{schema['minimum']}–{schema['maximum']}"
    if "maxLength" in schema:
        return _("högst {n} tecken").format(n=schema["maxLength"])
    return _("ett heltal") if schema.get("type") == "integer" else _("ett annat värde")


def whole(schema: Mapping[str, Any], named: Mapping[str, Any]) -> dict[str, Any]:
    """The schema with what it refers to put in its place."""
    of = [{**part, **named.get(part.get("$ref", "").rpartition("/")[2], {})} for part in schema.get("anyOf", [])]
    return {**schema, "anyOf": of} if of else dict(schema)


def _parameters(request: Request) -> Parameters:
    """The parameters of the operation asked for, by name."""
    route = request.scope.get("route")
    return _by_operation(request.app).get(getattr(route, "operation_id", None) or "", {})


@cache
def _by_operation(app: FastAPI) -> dict[str, Parameters]:
    return {
        operation["operationId"]: {parameter["name"]: parameter for parameter in operation.get("parameters", [])}
        for path in app.openapi()["paths"].values()
        for operation in path.values()
    }
