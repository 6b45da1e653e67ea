"""The list of matters, and what a number or words typed into the box lead to."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.errors import CaseNotFound
from app.language.i18n import gettext as _
from app.pages.languages import at
from app.pages.rendering import render
from app.queries.case_refs import address_of
from app.queries.cases import find, newest
from app.register.case_numbers import parse
from app.schemas.rows import CaseRow
from app.search.question import LONGEST, question_of
from app.web.answers import Public

router = APIRouter()

_MANY = 50
_LONGEST = 100
_MOST_PAGES = 10_000


@router.get("/arenden")
def search(
    request: Request,
    session: Public,
    q: Annotated[str, Query(max_length=LONGEST)] = "",
    kommun: Annotated[str | None, Query(max_length=_LONGEST)] = None,
    sida: Annotated[int, Query(ge=1, le=_MOST_PAGES)] = 1,
) -> Response:
    """A number typed into the search box leads straight to the matter, words to what holds them; nothing typed lists all."""
    if not q.strip():
        return _all(request, session, kommun, sida)
    found = find(session, q.strip())
    if not found and parse(q) is None and question_of(q).terms:
        return RedirectResponse(f"{at('/sok')}?{urlencode({'q': q.strip()})}", status_code=303)
    if len(found) == 1:
        return RedirectResponse(at(address_of(found[0])), status_code=303)
    return choice(request, q.strip(), found, status=200)


def choice(request: Request, typed: str, found: list[CaseRow], status: int) -> Response:
    """The matters that a number may mean. Raises `CaseNotFound` where there is none."""
    if not found:
        raise CaseNotFound(typed)
    return render(
        request,
        "cases.html",
        status=status,
        heading=_("Flera ärenden har det numret"),
        lede=_("Numret finns i flera register. Vilket ärende menar du?"),
        typed=typed,
        cases=found,
        further=None,
        twin=f"/api/v1/cases?number={quote(typed)}",
    )


def _all(request: Request, session: Public, place: str | None, page: int) -> Response:
    cases, total = newest(session, place, _MANY, (page - 1) * _MANY)
    of_place = f"&kommun={quote(place)}" if place else ""
    of_place_too = f"&municipality={quote(place)}" if place else ""
    return render(
        request,
        "cases.html",
        heading=_("Ärenden"),
        lede=cases[0]["municipality"]["name"] if place and cases else None,
        cases=cases,
        further=f"/arenden?sida={page + 1}{of_place}" if page * _MANY < total else None,
        twin=f"/api/v1/cases?limit={_MANY}&offset={(page - 1) * _MANY}{of_place_too}",
    )
