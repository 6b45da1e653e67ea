"""Feeds of one matter, one person, one party or one body: the matters that they are in, what changed last first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.api.feeds import Wished, feed, wished
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
    asked = wished(session, request.query_params, _CASES, filtered=False)
    found = cases.find(session, id)
    if len(found) != 1:
        raise CaseNotFound(id)
    (case,) = found
    if id not in (case["id"], *(number["id"] for number in case["numbers"])):
        return redirect(request, f"{PREFIX}/cases/{case['id']}.{Format.ATOM}")
    return _answer(request, session, asked, {"number": case["id"]}, row_title("cases", case))


def _add(name: str) -> None:
    resource = _BY_NAME[name]

    def followed(request: Request, session: Public, id: str) -> Response:
        asked = wished(session, request.query_params, _CASES, filtered=False)
        row = row_of(session, resource.listing, id, Wanted())
        if row is None:
            now = now_at(session, id)
            if now is None or row_of(session, resource.listing, now, Wanted()) is None:
                raise EntityNotFound(id)
            return redirect(request, f"{PREFIX}/{name}/{now}.{Format.ATOM}")
        title = row_title(name, shown(resource, row, frozenset(), placed=False))
        return _answer(request, session, asked, _IN[name](row), title)

    router.add_api_route(f"/{name}/{{id}}.{Format.ATOM}", followed, response_class=Response)


for _name in _IN:
    _add(_name)


def _answer(request: Request, session: Session, asked: Wished, filters: dict[str, Any], title: str) -> Response:
    matters = Wished(filters, asked.limit, asked.after, asked.today)
    pieces = feed(session, _CASES, matters, addresses(request), title)
    return answer(request, b"".join(pieces), MEDIA_TYPES[Format.ATOM])
