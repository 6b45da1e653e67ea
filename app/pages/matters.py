"""The list of matters with what it can be narrowed by, and what a number or words typed into the box lead to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.errors import CaseNotFound
from app.language.hits import facet_value_word, facet_word
from app.language.i18n import gettext as _
from app.language.matter_kinds import kind_word
from app.language.questions import matters_sentence
from app.pages.languages import at
from app.pages.listed import Part, Typed
from app.pages.narrowing import OF_MATTERS, changed, narrowed_by
from app.pages.people import party_name
from app.pages.rendering import render
from app.queries.case_facets import MOST, case_facets
from app.queries.case_refs import address_of
from app.queries.cases import find, find_ids_in_any_register
from app.queries.listing import Asked, Page, Wanted, page_of
from app.queries.lists.cases import CASES
from app.queries.names import names_of_facets, names_of_slugs
from app.queries.understood import UnknownName, understood
from app.register.case_numbers import parse
from app.schemas.rows import CaseRow
from app.search.question import LONGEST, question_of
from app.web.answers import Public
from app.web.towns import place_within

router = APIRouter()

PATH = "/arenden"
_MANY = 25
# A year's first and last day, as the API's list is asked for them.
_OF_YEAR = {"year": ("from", "to"), "raised": ("raised_from", "raised_to")}
# How the list can be sorted: what addresses say, and what the API's list does.
_ORDERS = {"": "-last_date", "aldst": "last_date", "vackt": "-first_date", "rubrik": "title"}


@router.get(PATH)
def list_page(
    request: Request,
    session: Public,
    q: Annotated[str, Query(max_length=LONGEST)] = "",
    kommun: Typed = "",
    organ: Typed = "",
    slag: Typed = "",
    ar: Typed = "",
    parti: Typed = "",
    utfall: Typed = "",
    lage: Typed = "",
    vackt: Typed = "",
    ordning: Typed = "",
    sida: Part = 1,
) -> Response:
    """A number typed into the search box leads straight to the matter, words to what holds them; nothing typed lists all that
    the question leaves."""
    if not q.strip():
        narrowed = narrowed_by(OF_MATTERS, kommun, organ, slag, ar, parti, utfall, lage, vackt)
        return _listed(request, session, narrowed, ordning, sida)
    found = find(session, q.strip(), place_within(request))
    elsewhere = parse(q) is None or find_ids_in_any_register(session, q.strip(), place_within(request))
    if not found and elsewhere and question_of(q).terms:
        asked = {"q": q.strip(), "kommun": kommun}
        return RedirectResponse(changed("/sok", asked, {}), status_code=303)
    if len(found) == 1:
        return RedirectResponse(at(address_of(found[0])), status_code=303)
    return choice(request, q.strip(), found, status=200)


def choice(request: Request, typed: str, found: list[CaseRow], status: int) -> Response:
    """The matters that a number may mean. Raises `CaseNotFound` where there is none."""
    if not found:
        raise CaseNotFound(typed)
    return render(
        request,
        "choice.html",
        status=status,
        heading=_("Flera ärenden har det numret"),
        lede=_("Numret finns i flera register. Vilket ärende menar du?"),
        typed=typed,
        cases=found,
        further=None,
        twin=f"/api/v1/cases?number={quote(typed)}",
    )


def _listed(request: Request, session: Session, narrowed: dict[str, str], order: str, part: int) -> Response:
    order = order if order in _ORDERS else ""
    filters, unknown = _filters(session, narrowed)
    page = Page([], 0, None)
    if not unknown:
        page = page_of(session, CASES, Asked(filters, _ORDERS[order], _MANY, (part - 1) * _MANY), Wanted())
    facets = case_facets(session, filters, page.total) if not unknown else {}
    asked = {OF_MATTERS[name]: value for name, value in narrowed.items()} | ({"ordning": order} if order else {})
    understood_as = {name: filters.get(name, value) for name, value in narrowed.items()}
    named = {**understood_as, **names_of_facets(session, understood_as)}
    if "party" in named:
        named["party"] = party_name(named["party"])
    sort = {"sort": _ORDERS[order]} if order else {}
    query = urlencode({name: _plain(value) for name, value in filters.items()} | sort)
    return render(
        request,
        "cases.html",
        path=PATH,
        sentence=matters_sentence(page.total, named),
        cases=page.rows,
        total=page.total,
        narrowed=narrowed,
        named=named,
        names=OF_MATTERS,
        facets={name: values for name, values in facets.items() if name not in narrowed and len(values) > 1},
        uncounted=MOST if page.total > MOST else None,
        unknown=unknown,
        called=names_of_slugs(session, unknown),
        order=order,
        to=lambda **changes: changed(PATH, asked, changes),
        value_word=_value_word,
        facet_word=facet_word,
        previous=changed(PATH, asked, {"sida": part - 1 if part > 2 else None}) if part > 1 else None,
        further=changed(PATH, asked, {"sida": part + 1}) if part * _MANY < page.total else None,
        part=part,
        parts=-(-page.total // _MANY),
        twin=f"/api/v1/cases?{query}" if query and not unknown else "/api/v1/cases",
    )


def _filters(session: Session, narrowed: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """What the API's list is asked for the same; and of each facet whose value is not here, what is, the nearest first."""
    filters: dict[str, Any] = {}
    unknown: dict[str, list[str]] = {}
    for name, value in narrowed.items():
        choices = CASES.filters[name].choices if name in CASES.filters else ()
        if name in _OF_YEAR:
            if len(value) == 4 and value.isascii() and value.isdigit() and int(value):
                days = (dt.date(int(value), 1, 1), dt.date(int(value), 12, 31))
                filters |= dict(zip(_OF_YEAR[name], days, strict=True))
            else:
                unknown[name] = []
        elif choices and value not in choices:
            unknown[name] = list(choices)
        else:
            filters[name] = value
    try:
        return understood(session, CASES, filters), unknown
    except UnknownName as wrong:
        return {}, {**unknown, str(wrong.params["name"]): str(wrong.params["allowed"]).split(", ")}


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _value_word(name: str, value: str) -> str:
    """What a value of a facet is called."""
    if name == "kind":
        return kind_word(value)
    if name == "party":
        return party_name(value)
    return facet_value_word(name, value)
