"""Bodies as a list, and each with its meetings, what it decided lately, who was there last, and what lies with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.errors import EntityNotFound
from app.language.bodies import body_kind_word
from app.language.meetings import present_groups
from app.pages.addresses import body_page, meeting_page
from app.pages.beside import homes_of
from app.pages.citing import citations, plainly_cited
from app.pages.documents import heading
from app.pages.languages import at
from app.pages.listed import Part, Typed, address, part_of
from app.pages.printing import lets_print
from app.pages.rendering import render
from app.queries.bearers import bearers_at
from app.queries.documents import headed
from app.queries.listing import Wanted, row_of, rows_by_id
from app.queries.lists.items import MEETINGS
from app.queries.lists.people import BODIES
from app.queries.meetings import meeting_bodies, present_at
from app.queries.one_body import (
    awaiting,
    bodies_called,
    latest_items,
    latest_meetings,
    meetings_by_year,
    standing_names,
)
from app.today import today
from app.web.answers import PREFIX, Public, origin

router = APIRouter()
_MANY = 100
_FEW = 8


@router.get("/organ")
def bodies_page(request: Request, session: Public, q: Typed = "", kommun: Typed = "", sida: Part = 1) -> Response:
    """The bodies of which anything is here, by name; each under the one that it goes by today."""
    asked = {"q": q.strip(), "kommun": kommun}
    narrowed = {"q": asked["q"], "municipality": kommun, "renamed": "false"}
    filters = {name: value for name, value in narrowed.items() if value}
    page = part_of(session, BODIES, filters, sida, many=_MANY)
    return render(
        request,
        "bodies.html",
        asked=asked,
        bodies_listed=page.rows,
        total=page.total,
        kind_word=body_kind_word,
        places={body.place: body.town for body in meeting_bodies(session, None)},
        previous=address("/organ", {**asked, "sida": sida - 1}) if sida > 1 else None,
        further=address("/organ", {**asked, "sida": sida + 1}) if sida * _MANY < page.total else None,
        twin=address(f"{PREFIX}/bodies", filters),
    )


@router.get("/organ/{place}/{code}")
def body_page_of(request: Request, session: Public, place: str, code: str) -> Response:
    """One body of a municipality, under any name that it went by; one that was renamed is found under its present one."""
    called = bodies_called(session, place, code)
    if not called:
        raise EntityNotFound(f"{place}/{code}")
    rows: list[Mapping[str, Any]] = list(rows_by_id(session, BODIES, [one.id for one in called], Wanted()))
    if len(rows) > 1:
        return render(request, "bodies_named.html", status=300, bodies_listed=rows, typed=code)
    body = rows[0]
    if body["slug"] != code or body["municipality"]["slug"] != place:
        return RedirectResponse(at(body_page(body["municipality"], body)), status_code=308)
    latest = rows_by_id(session, MEETINGS, latest_meetings(session, body["id"], _FEW), Wanted())
    last = next(iter(latest), None)
    decided = latest_items(session, body["id"], _FEW)
    papers = headed(session, last["documents"]) if last else []
    lying = awaiting(session, body["id"], _FEW)
    page = render(
        request,
        "body.html",
        body=body,
        kind=body_kind_word(body["kind"]),
        names=standing_names(session, body["id"]),
        parent=row_of(session, BODIES, body["parent"], Wanted()) if body["parent"] else None,
        parts=rows_by_id(session, BODIES, body["became"], Wanted()),
        years=meetings_by_year(session, body["id"]),
        meetings=[(row, meeting_page(row)) for row in latest],
        last=last,
        present=present_groups(present_at(session, last["documents"])) if last else [],
        bearers=bearers_at(session, last["documents"]) if last else {},
        papers=[(paper["id"], heading(paper)) for paper in papers],
        decided=decided,
        homes=homes_of(session, {row["id"]: (body["municipality"], row) for row in decided}),
        lying=lying.rows,
        lying_total=lying.total,
        twin=f"{PREFIX}/bodies/{body['id']}",
        feed=f"{PREFIX}/bodies/{body['id']}.atom",
        calendar=address(f"{PREFIX}/meetings.ics", {"body": body["id"]}),
        citations=citations(
            plainly_cited(body["name"], body["municipality"]["name"]),
            f"{origin(request)}{at(body_page(body['municipality'], body))}",
            today(),
        ),
    )
    return lets_print(page)
