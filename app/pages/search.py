"""The page of a search: what was found, with the words in their sentences, and what it can be narrowed by."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.language.hits import facet_value_word, facet_word, hit_kind_word
from app.pages.languages import at
from app.pages.rendering import render
from app.queries.case_refs import address_of, cases_of, items_at
from app.queries.cases import find, newest
from app.queries.item_numbers import find_items
from app.queries.search import as_named, search, words_alone
from app.queries.understood import UnknownName
from app.register.case_numbers import parse
from app.schemas.hit_rows import HitRow
from app.search.question import LONGEST
from app.web.answers import Public
from app.web.places import item_anchor, place_link

router = APIRouter()

PATH = "/sok"
_AT_ONCE = 20
_MOST_PAGES = 250
_LONGEST_VALUE = 100
# What a search is narrowed by, as addresses name it.
_NAMES = {
    "municipality": "kommun",
    "body": "organ",
    "kind": "slag",
    "year": "ar",
    "party": "parti",
    "outcome": "utfall",
    "status": "lage",
}
Value = Annotated[str, Query(max_length=_LONGEST_VALUE)]


@router.get(PATH)
def search_page(
    request: Request,
    session: Public,
    q: Annotated[str, Query(max_length=LONGEST)] = "",
    kommun: Value = "",
    organ: Value = "",
    slag: Value = "",
    ar: Value = "",
    parti: Value = "",
    utfall: Value = "",
    lage: Value = "",
    sida: Annotated[int, Query(ge=1, le=_MOST_PAGES)] = 1,
) -> Response:
    """What holds all the words; a case number leads straight to its matter, that of a § to where it stands there."""
    typed = q.strip()
    if straight := _straight_to(session, typed):
        return RedirectResponse(at(straight), status_code=303)
    given = dict(zip(_NAMES, (kommun, organ, slag, ar, parti, utfall, lage), strict=True))
    narrowed = {name: value for name, value in given.items() if value}
    try:
        named = as_named(session, narrowed) if narrowed.get("year", "0").isdecimal() else None
    except UnknownName:
        named = None
    if named is not None:
        found = search(session, typed, named, _AT_ONCE, offset=(sida - 1) * _AT_ONCE)
    else:  # nothing has a value that is not here
        found = search(session, "", {}, _AT_ONCE)
    asked = {"q": typed, **{_NAMES[name]: value for name, value in narrowed.items()}}
    return render(
        request,
        "search.html",
        typed=typed,
        found=found,
        narrowed=narrowed,
        names=_NAMES,
        asked=asked,
        to=lambda **changed: _address(asked, changed),
        further=_address(asked, {"sida": sida + 1}) if found["place"] else None,
        alone=words_alone(session, typed) if typed and not found["hits"] else [],
        total=_total(session) if not found["hits"] else 0,
        place_of=_place_of,
        hit_kind_word=hit_kind_word,
        facet_word=facet_word,
        facet_value_word=facet_value_word,
        twin=f"/api/v1/search?{urlencode({'q': typed, **narrowed})}",
    )


def _straight_to(session: Session, typed: str) -> str | None:
    """The address of the one matter or § whose number was typed; None where there is none, or are several."""
    found = find(session, typed) if parse(typed) else []
    if len(found) == 1:
        return address_of(found[0])
    ids = find_items(session, typed)
    if len(ids) != 1:
        return None
    item, belongs = items_at(session, ids)[ids[0]][0], cases_of(session, ids)[ids[0]]
    return f"{belongs[0]['page']}#{item_anchor(item)}" if belongs else None


def _address(asked: dict[str, str], changed: dict[str, str | int | None]) -> str:
    """The same search with these changes; what becomes None is left out."""
    params = {name: value for name, value in {**asked, **changed}.items() if value}
    return f"{at(PATH)}?{urlencode(params)}"


def _total(session: Session) -> int:
    """How many matters there are to find."""
    return newest(session, limit=1)[1]


def _place_of(hit: HitRow) -> str | None:
    """The address of the page where the words stand, framed."""
    source = hit["source"]
    if source is None or source["file"] is None:
        return None
    return place_link(source["document_id"], source["file"], source["places"])  # type: ignore[arg-type] # a typed dict is a dict
