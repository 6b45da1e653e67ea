"""The start page: what to look for, what was decided lately, what is due, what comes next, and how much is here."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.pages.addresses import meeting_page
from app.pages.rendering import render
from app.queries.case_refs import place_ref
from app.queries.cases import newest
from app.queries.overview import coming, covered, due_motions, lately_decided, places_met, places_unread
from app.queries.towns import is_closed
from app.schemas.rows import CaseRow, MunicipalityRef
from app.today import today
from app.web.answers import Public
from app.web.towns import town_within

router = APIRouter()

_MEETINGS, _OF_EACH, _MOTIONS, _COMING, _LINES = 5, 4, 6, 6, 8
_LONGEST = 100
EXAMPLES = ("KS-2025-00042", "ks 2025 42")


@router.get("/")
def start(request: Request, session: Public, kommun: Annotated[str, Query(max_length=_LONGEST)] = "") -> Response:
    """What there is of every municipality, or of the one chosen or whose pages these are; of a single one the page bears the name."""
    within = town_within(request)
    places = places_met(session, within.place.id if within else None)
    chosen = next((one for one in places if one["slug"] == kommun), None)
    place = chosen or (place_ref(within.place) if within else None)
    day = today()
    cases, total = newest(session, place["id"] if place else None, limit=1)
    place_id = place["id"] if place else None
    return render(
        request,
        "start.html",
        place=place,
        town=place["name"] if place else _town(places),
        unknown=kommun if kommun and chosen is None and within is None else "",
        lines=covered(session, [one["id"] for one in ([chosen] if chosen else places[:_LINES])]),
        further=max(0, len(places) - _LINES) if chosen is None else 0,
        unread=[] if place else places_unread(session),
        closed=place is not None and is_closed(session, place["id"]),
        several=len(places) > 1,
        places={one["slug"]: one["name"] for one in places},
        asked={"kommun": kommun},
        decided=lately_decided(session, day, place["slug"] if place else None, _MEETINGS, _OF_EACH),
        due=due_motions(session, day, place_id, _MOTIONS),
        coming=coming(session, day, place_id, _COMING),
        total=total,
        examples=_examples(cases),
        meeting_page=meeting_page,
        twin=f"/api/v1/meetings?municipality={place['slug']}" if place else "/api/v1/meetings",
    )


def _town(places: list[MunicipalityRef]) -> str | None:
    """The municipality that the page bears the name of where none is chosen: the only one there is."""
    return places[0]["name"] if len(places) == 1 else None


def _examples(cases: list[CaseRow]) -> tuple[str, str]:
    """Two spellings of a number that is here, so that trying the example leads somewhere."""
    number = next((case["number"] for case in cases if case["number"]), None)
    return (number, number.replace("-", " ").lower()) if number else EXAMPLES
