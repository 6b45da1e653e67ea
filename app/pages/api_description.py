"""The API's description as the documentation page tells it: each list with what it can be asked and what its rows hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from app.language.fields import key_words
from app.language.i18n import gettext
from app.pages.api_words import parameter_words, resource_words

# What every list understands is described once, above the lists.
COMMON = ("include", "as_of", "fields", "sort", "limit", "offset", "cursor")
Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    says: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Another operation on the same resource: `GET /api/v1/cases/{id}/path`."""

    method: str
    address: str
    says: str
    includes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Documented:
    """A list as the page tells of it: `keys` with what each means; `example` is one row, invented, as JSON."""

    name: str
    says: str
    address: str
    keyed: bool
    filters: tuple[Parameter, ...]
    includes: tuple[str, ...]
    sorts: tuple[str, ...]
    keys: Mapping[str, str]
    example: str
    beside: tuple[Beside, ...]


def lists(described: Schema) -> Iterator[Documented]:
    """Every list in the order of the description: matters first, what takes a key last."""
    gets = {address: operations.get("get", {}) for address, operations in described["paths"].items()}
    found = [
        _list(address, operation, described)
        for address, operation in gets.items()
        if operation.get("operationId", "").startswith("list_")
    ]
    yield from sorted(found, key=lambda one: one.keyed)


def _list(address: str, operation: Schema, described: Schema) -> Documented:
    name = operation["tags"][0]
    given = {one["name"]: one["schema"] for one in operation["parameters"]}
    return Documented(
        name=name,
        says=resource_words(name),
        address=address,
        keyed="security" in operation,
        filters=tuple(_parameter(name, one, schema) for one, schema in given.items() if one not in COMMON),
        includes=_words(given.get("include")),
        sorts=tuple(one for one in given.get("sort", {}).get("enum", ()) if not one.startswith("-")),
        keys=_keys(operation, described["components"]["schemas"]),
        example=_example(operation),
        beside=tuple(_beside(address, described)),
    )


def _parameter(resource: str, name: str, schema: Schema) -> Parameter:
    flags = ("true", "false") if schema.get("type") == "boolean" else ()
    return Parameter(name, parameter_words(resource, name), tuple(schema.get("enum", flags)))


def _words(schema: Schema | None) -> tuple[str, ...]:
    return tuple(schema["items"]["enum"]) if schema else ()


def _keys(operation: Schema, schemas: Schema) -> dict[str, str]:
    """The keys of a list's rows, by the description of its answer, each with what it means."""
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    row = schemas[answer]["properties"][operation["tags"][0]]["items"]["$ref"].rpartition("/")[2]
    properties = schemas[row]["properties"]
    return {key: key_words(key, is_object="$ref" in repr(schema)) for key, schema in properties.items()}


def _example(operation: Schema) -> str:
    """The first row of the answer that the description gives as its example."""
    examples = operation["responses"]["200"]["content"]["application/json"]["examples"]
    rows = next(iter(examples.values()))["value"][operation["tags"][0]]
    return orjson.dumps(rows[0], option=orjson.OPT_INDENT_2).decode() if rows else ""


def _beside(address: str, described: Schema) -> Iterator[Beside]:
    for path, operations in sorted(described["paths"].items()):
        for method, operation in operations.items():
            if path.startswith(f"{address}/") or (path == address and method != "get"):
                given = {one["name"]: one["schema"] for one in operation.get("parameters", ())}
                yield Beside(method.upper(), path, gettext(operation["summary"]), _words(given.get("include")))
