"""The page of a search: what was found, with the words in their sentences, and what it can be narrowed by."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.ids import fold
from app.language.hits import facet_value_word, facet_word, hit_kind_word
from app.language.questions import hits_sentence, left_out_sentence
from app.pages.addresses import item_page
from app.pages.languages import at
from app.pages.listed import Part, Typed
from app.pages.narrowing import NAMES, changed, narrowed_by
from app.pages.people import party_name
from app.pages.rendering import render
from app.queries.case_refs import address_of
from app.queries.cases import find, newest
from app.queries.item_numbers import find_items
from app.queries.lists.cases import Status
from app.queries.meetings import meetings_of
from app.queries.modes import modes_of
from app.queries.names import names_of_facets, names_of_slugs, told_apart
from app.queries.search import Order, as_named, search, words_alone
from app.queries.understood import UnknownName
from app.register.case_numbers import typed_numbers
from app.schemas.hit_rows import HitRow
from app.search.entries import HitKind
from app.search.question import LONGEST
from app.web.answers import Public
from app.web.places import place_link
from app.web.towns import place_within, town_within
from importers.bundle import Outcome

router = APIRouter()

PATH = "/sok"
_AT_ONCE = 20
_MOST_PAGES = 250
_ORDERS = {"": Order.BEST, "nyast": Order.LATEST, "aldst": Order.EARLIEST}


@router.get(PATH)
def search_page(
    request: Request,
    session: Public,
    q: str = "",
    kommun: Typed = "",
    organ: Typed = "",
    slag: Typed = "",
    ar: Typed = "",
    parti: Typed = "",
    utfall: Typed = "",
    lage: Typed = "",
    ordning: Typed = "",
    sida: Part = 1,
) -> Response:
    """What holds all the words; a case number leads straight to its matter, that of a § to the §."""
    typed, beyond = q.strip()[:LONGEST], q.strip()[LONGEST:]
    if straight := _straight_to(session, typed, place_within(request)):
        return RedirectResponse(at(straight), status_code=303)
    within = town_within(request)
    here = {"municipality": within.place.slug} if within else {}
    narrowed = narrowed_by(NAMES, kommun, organ, slag, ar, parti, utfall, lage)
    order = ordning if ordning in _ORDERS else ""
    filters, unknown = _filters(session, narrowed)
    # Nothing has a value that is not here.
    found = search(
        session, "" if unknown else typed, filters, _AT_ONCE, offset=(sida - 1) * _AT_ONCE, order=_ORDERS[order]
    )
    found["unread"] += beyond[:LONGEST]
    asked = {"q": typed, **{NAMES[name]: value for name, value in narrowed.items()}, "ordning": order}
    named = {**narrowed, **filters, **names_of_facets(session, filters)}
    total = min(found["total"], _MOST_PAGES * _AT_ONCE)
    parts = -(-total // _AT_ONCE)
    homes = _homes(session, found["hits"])
    facets = told_apart(session, found["facets"])
    modes = modes_of(session, [hit["item"]["id"] for hit in found["hits"] if hit["item"] and hit["outcome"]])
    return render(
        request,
        "search.html",
        typed=typed,
        found=found,
        gathered=_gathered(found["hits"]) if not order else [(hit, []) for hit in found["hits"]],
        sentence="" if unknown else hits_sentence(found["total"], typed, {**named, **_party_named(named)}),
        left_out=left_out_sentence(found["sought"], found["left_out"]) if found["left_out"] else None,
        narrowed=narrowed,
        chosen=narrowed.keys() - here.keys(),
        named=named,
        names=NAMES,
        unknown=unknown,
        called=names_of_slugs(session, unknown),
        order=order,
        asked=asked,
        facets={name: values for name, values in facets.items() if _narrows(name, len(values), narrowed)},
        to=lambda **changes: changed(PATH, asked, changes),
        previous=changed(PATH, asked, {"sida": sida - 1 if sida > 2 else None}) if 1 < sida <= parts else None,
        further=changed(PATH, asked, {"sida": sida + 1}) if sida * _AT_ONCE < total else None,
        part=sida,
        parts=parts,
        last=changed(PATH, asked, {"sida": parts}) if sida > parts > 0 else None,
        alone=words_alone(session, typed, here) if typed and not found["total"] else [],
        total=newest(session, here.get("municipality"), limit=1)[1] if not found["hits"] else 0,
        place_of=_place_of,
        mode_of=lambda hit: modes.get(hit["item"]["id"]) if hit["item"] else None,
        home_of=lambda hit: _home(hit, homes),
        hit_kind_word=hit_kind_word,
        facet_word=facet_word,
        value_word=_value_word,
        twin=f"/api/v1/search?{urlencode({'q': typed, **({} if unknown else narrowed)})}",
    )


def _filters(session: Session, narrowed: dict[str, str]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The facets as the register names them; and of one whose value is not here, what is, the nearest first."""
    if not narrowed.get("year", "0").isdecimal():
        return {}, {"year": []}
    there = {"kind": HitKind, "outcome": Outcome, "status": Status}
    for name, values in there.items():
        if narrowed.get(name, values) not in [*values, values]:
            return {}, {name: list(values)}
    try:
        return as_named(session, narrowed), {}
    except UnknownName as wrong:
        return {}, {str(wrong.params["name"]): str(wrong.params["allowed"]).split(", ")}


def _narrows(name: str, values: int, narrowed: dict[str, str]) -> bool:
    """Whether a facet tells anything: of what kind the hits are, even if all are of one."""
    return name not in narrowed and values > (0 if name == "kind" else 1)


def _straight_to(session: Session, typed: str, place: str | None) -> str | None:
    """The address of the one matter or § of the municipality (its id), or of all, whose number was typed; None where there is none,
    or are several."""
    found = find(session, typed, place) if typed_numbers(typed) else []
    if len(found) == 1:
        return address_of(found[0])
    ids = find_items(session, typed, place)
    if len(ids) != 1:
        return None
    at_item = meetings_of(session, ids).get(ids[0])
    return item_page(*at_item) if at_item else None


def _gathered(hits: Sequence[HitRow]) -> list[tuple[HitRow, list[HitRow]]]:
    """The hits in their order, a matter with what of it bears the same title, so that this is not read twice; where the matter
    itself is not among them, the first of these with the others."""
    leads = {(hit["page"], _title(hit)): hit for hit in hits if hit["kind"] == HitKind.MATTER}
    beneath: dict[str, tuple[HitRow, list[HitRow]]] = {}
    for hit in hits:
        at = [(case["page"], _title(hit)) for case in hit["cases"]]
        lead = next((leads[one] for one in at if one in leads), hit)
        for one in at:
            leads.setdefault(one, lead)
        under = beneath.setdefault(lead["id"], (lead, []))[1]
        if hit is not lead:
            under.append(hit)
    return list(beneath.values())


def _title(hit: HitRow) -> str:
    return fold("".join(piece["text"] for piece in hit["title"]))


def _homes(session: Session, hits: list[HitRow]) -> dict[str, str]:
    """The page of each § that a hit stands in."""
    ids = [hit["item"]["id"] for hit in hits if hit["item"]]
    return {id: item_page(*at_item) for id, at_item in meetings_of(session, ids).items()}


def _home(hit: HitRow, homes: dict[str, str]) -> str | None:
    """The page that a hit leads to: a vote's and a §'s own, that of the § for what stands in one, else the matter's."""
    if hit["kind"] == HitKind.VOTE:
        return f"/voteringar/{hit['id']}"
    return homes.get(hit["item"]["id"], hit["page"]) if hit["item"] else hit["page"]


def _party_named(named: dict[str, str]) -> dict[str, str]:
    return {"party": party_name(named["party"])} if "party" in named else {}


def _value_word(name: str, value: str) -> str:
    """What a value of a facet is called."""
    return party_name(value) if name == "party" else facet_value_word(name, value)


def _place_of(hit: HitRow) -> str | None:
    """The address of the page where the words stand, framed."""
    source = hit["source"]
    if source is None or source["file"] is None:
        return None
    return place_link(source["document_id"], source["file"], source["places"])  # type: ignore[arg-type] # a typed dict is a dict
