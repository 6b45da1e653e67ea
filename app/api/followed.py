"""Feeds of one matter, one person, one party or one body: the matters that they are in, what changed last first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.datastructures import QueryParams

from app.api.feeds import Addresses, Wished, feed, wished
from app.api.list_files import addresses
from app.api.list_rows import shown
from app.api.lists import redirect
from app.api.resources import RESOURCES
from app.errors import CaseNotFound, EntityNotFound
from app.exports.formats import MEDIA_TYPES, Format
from app.language.followed import row_title
from app.queries import cases
from app.queries.aliases import now_at
from app.queries.listing import Wanted, row_of
from app.web.answers import PREFIX, Public, answer

_BY_NAME = {resource.name: resource for resource in RESOURCES}
_CASES = _BY_NAME["cases"]
Filters = Callable[[Mapping[str, Any]], dict[str, Any]]
# Which matters each is in, as filters of their list.
_IN: dict[str, Filters] = {
    "people": lambda row: {"person": row["id"]},
    "parties": lambda row: {"municipality": row["municipality"]["id"], "party": row["code"]},
    "bodies": lambda row: {"body": row["id"]},
}
# What one can be followed by itself.
FOLLOWED = frozenset({"cases", *_IN})
router = APIRouter(include_in_schema=False)


@router.get("/cases/{id}.atom")
def get_case_feed(request: Request, session: Public, id: str) -> Response:
    """The matter of a case. A number in the id's place leads to the id. Raises `CaseNotFound`."""
    return _answer(request, session, "cases", id)


def _add(name: str) -> None:
    def followed(request: Request, session: Public, id: str) -> Response:
        return _answer(request, session, name, id)

    router.add_api_route(f"/{name}/{{id}}.{Format.ATOM}", followed, response_class=Response)


for _name in _IN:
    _add(_name)


@dataclass(frozen=True, slots=True)
class One:
    """What is followed by itself: its id of today, the matters that it is in as filters of their list, and what it is called."""

    id: str
    filters: dict[str, Any]
    title: str


def one_followed(session: Session, name: str, id: str) -> One:
    """What is meant by an id, new or old; of a case by a number too. Raises `CaseNotFound`, `EntityNotFound`."""
    if name == "cases":
        found = cases.find(session, id)
        if len(found) != 1:
            raise CaseNotFound(id)
        (case,) = found
        is_its = id in (case["id"], *(number["id"] for number in case["numbers"]))
        return One(id if is_its else case["id"], {"number": case["id"]}, row_title("cases", case))
    resource = _BY_NAME[name]
    row = row_of(session, resource.listing, id, Wanted())
    if row is None:
        now = now_at(session, id)
        row = row_of(session, resource.listing, now, Wanted()) if now else None
        if row is None or now is None:
            raise EntityNotFound(id)
        id = now
    return One(id, _IN[name](row), row_title(name, shown(resource, row, frozenset(), placed=False)))


def feed_of(session: Session, one: One, params: QueryParams, at: Addresses) -> Iterator[bytes]:
    """The matters that it is in, what changed last first. Raises `BadParameter`."""
    asked = wished(session, params, _CASES, filtered=False)
    return feed(session, _CASES, Wished(one.filters, asked.limit, asked.after, asked.today), at, one.title)


def _answer(request: Request, session: Session, name: str, id: str) -> Response:
    one = one_followed(session, name, id)
    if one.id != id:
        return redirect(request, f"{PREFIX}/{name}/{one.id}.{Format.ATOM}")
    pieces = feed_of(session, one, request.query_params, addresses(request))
    return answer(request, b"".join(pieces), MEDIA_TYPES[Format.ATOM])
