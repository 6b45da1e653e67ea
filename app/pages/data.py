"""The API's documentation: what there is, how to ask, and what is promised, with questions that this installation answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import orjson
from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.i18n import gettext as _
from app.pages.api_words import code_meanings, parameter_words, resource_words
from app.pages.profile import profile
from app.pages.rendering import render
from app.queries.cases import newest
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.people import PARTIES
from app.queries.shapes import CaseRow
from app.serving import PREFIX, Public, origin

router = APIRouter()

# What every list understands is told once, above the lists.
COMMON = ("include", "fields", "sort", "limit", "offset", "cursor")


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    says: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Documented:
    """A resource as the page tells of it."""

    name: str
    says: str
    address: str
    alone: bool
    keyed: bool
    filters: tuple[Parameter, ...]
    includes: str
    sorts: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with the address that answers it."""

    says: str
    address: str


@router.get("/data")
def data_page(request: Request, session: Public) -> Response:
    """What the API holds and how to ask, from the API's own description."""
    described: dict[str, Any] = request.app.openapi()
    cases, total = newest(session, limit=1)
    case = cases[0] if cases else None
    return render(
        request,
        "data.html",
        base=f"{origin(request)}{PREFIX}",
        resources=list(_resources(described)),
        common=[Parameter(name, parameter_words(name), ()) for name in COMMON],
        codes=code_meanings(),
        profile=profile(),
        case=case,
        questions=list(_questions(session, case)),
        answered=_answered(case, total),
        version=described["info"]["version"],
    )


def _resources(described: Mapping[str, Any]) -> Iterator[Documented]:
    """The lists in the order of the description, each with its own parameters and the keys of its rows."""
    for address, operations in described["paths"].items():
        told = operations.get("get", {})
        if not told.get("operationId", "").startswith("list_"):
            continue
        name = told["tags"][0]
        given = {one["name"]: one["schema"] for one in told["parameters"]}
        yield Documented(
            name=name,
            says=resource_words(name),
            address=address,
            alone=f"{address}/{{id}}" in described["paths"],
            keyed="security" in told,
            filters=tuple(_parameter(one, schema) for one, schema in given.items() if one not in COMMON),
            includes=", ".join(_examples(given.get("include"))),
            sorts=tuple(one for one in given.get("sort", {}).get("enum", ()) if not one.startswith("-")),
            keys=tuple(_keys(told, described["components"]["schemas"])),
        )


def _parameter(name: str, schema: Mapping[str, Any]) -> Parameter:
    flags = ("true", "false") if schema.get("type") == "boolean" else ()
    return Parameter(name, parameter_words(name), tuple(schema.get("enum", flags)))


def _examples(schema: Mapping[str, Any] | None) -> list[str]:
    return list(schema["items"]["enum"]) if schema else []


def _keys(told: Mapping[str, Any], schemas: Mapping[str, Any]) -> Iterator[str]:
    """The keys of a list's rows, by the description of its answer."""
    answer = told["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    row = schemas[answer]["properties"][told["tags"][0]]["items"]["$ref"].rpartition("/")[2]
    yield from schemas[row]["properties"]


def _questions(session: Session, case: CaseRow | None) -> Iterator[Asking]:
    """Questions worth asking, about what is here."""
    place = {"municipality": case["municipality"]["slug"]} if case else {}
    party = next((row["code"] for row in page_of(session, PARTIES, _first(PARTIES.order), Wanted()).rows), None)
    if case and case["number"]:
        spelt = case["number"].replace("-", " ").lower()
        yield _asking(_("Ett ärende, med numret stavat hur som helst"), "cases", {"number": spelt})
        several = "items,documents,path,findings,ledger,wording,sources"
        yield _asking(_("Allt om ärendet, och var det står"), f"cases/{case['id']}", {"include": several})
        yield _asking(_("Ärendets gång och vad som väntar"), f"cases/{case['id']}/path", {})
    yield _asking(_("Motioner vars år är slut utan beslut"), "motions", {"overdue": "true", **place})
    if party:
        moved = {"party": party, "has_reservation": "true", **place}
        yield _asking(_("Motioner från ett parti där någon reserverade sig"), "motions", moved)
        yield _asking(_("Partiets reservationer, de senaste först"), "reservations", {"party": party, **place})
    yield _asking(_("Paragrafer där man voterade"), "items", {"has_vote": "true", **place})
    yield _asking(_("Allt som ändrats, från början"), "changes", {"since": "0", "limit": "100"})


def _first(order: str) -> Asked:
    return Asked({}, order, 1, 0)


def _asking(says: str, resource: str, query: Mapping[str, str]) -> Asking:
    return Asking(says, f"{PREFIX}/{resource}{'?' if query else ''}{urlencode(query, safe=',')}")


def _answered(case: CaseRow | None, total: int) -> Asking | None:
    """A question with its answer as it is now: the matter treated last."""
    if case is None:
        return None
    shown = {name: case[name] for name in ("id", "number", "title", "status", "next")}
    said = {"cases": [shown], "total": total, "limit": 1, "offset": 0, "next_cursor": None}
    text = orjson.dumps(said, option=orjson.OPT_INDENT_2).decode()
    return Asking(text, f"{PREFIX}/cases?limit=1&fields=number,title,status,next")
