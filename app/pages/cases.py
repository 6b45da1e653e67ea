"""A matter's page: where it stands, what comes next, its course, who wanted what, and where all of it is written."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.i18n import date_text
from app.i18n import gettext as _
from app.ids import slugify
from app.pages.chain import draw, gaps
from app.pages.documents import heading, signers
from app.pages.rendering import render
from app.pages.start import address_of, choice
from app.queries.cases import by_slug, find
from app.queries.documents import documents_of_matter
from app.queries.items import items_of_matter
from app.queries.path import path
from app.queries.positions import positions
from app.queries.shapes import CaseRow, ItemRow, StepRow
from app.serving import Public, origin
from app.telling import step_says, step_title

router = APIRouter()
_LONGEST = 100


@router.get("/arenden/{place}/{slug}")
def case_page(request: Request, session: Public, place: str, slug: str) -> Response:
    """The matter at its address; anything else of two parts may still be a number with a slash in it."""
    case = by_slug(session, place, slug)
    if case is None:
        return _looked_up(request, session, f"{place}/{slug}")
    return _page(request, session, case)


@router.get("/arenden/{said:path}")
def look_up(request: Request, session: Public, said: str) -> Response:
    """A number in any spelling leads to its matter."""
    if not said.strip("/"):
        return RedirectResponse("/arenden", status_code=308)
    return _looked_up(request, session, said)


def _looked_up(request: Request, session: Session, said: str) -> Response:
    found = find(session, said) if len(said) <= _LONGEST else []
    if len(found) == 1:
        return RedirectResponse(address_of(found[0]), status_code=308)
    return choice(request, said, found, status=300)


def _page(request: Request, session: Session, case: CaseRow) -> Response:
    steps = path(session, case["matter_id"])
    items = items_of_matter(session, case["matter_id"])
    documents = documents_of_matter(session, case["matter_id"])
    drawing = draw(steps)
    return render(
        request,
        "case.html",
        case=case,
        standing=_standing(case, steps),
        steps=steps,
        drawing=drawing,
        shapes={station.step["id"]: station.shape for station in drawing.stations},
        gaps=gaps(steps),
        items=items,
        positions=positions(items),
        documents=documents,
        documents_by_id={document["id"]: heading(document) for document in documents},
        signers=signers,
        anchors=_anchors(items),
        permalink=f"{origin(request)}{address_of(case)}",
        twin=f"/api/v1/cases/{case['id']}?include=documents,items,path",
    )


def _standing(case: CaseRow, steps: list[StepRow]) -> str:
    """What happened last, as the register knows it; what decides nothing is said to be no more than that."""
    spoken = [step for step in steps if step["kind"] == "item" and step["state"] == "past"]
    if not spoken:
        return _("Inget organ har behandlat ärendet, såvitt registret visar.")
    last = spoken[-1]
    day = date_text(last["date"]) if last["date"] else _("utan datum")
    said = _("Senast: {step}, {day}: {says}.").format(step=step_title(last), day=day, says=step_says(last))
    if last["mode"] == "proposes":
        return f"{said} {_('Det är ett förslag och inget beslut.')}"
    return f"{said} {_('Det avgör inte ärendet.')}" if case["next"] else said


def _anchors(items: list[ItemRow]) -> dict[str, str]:
    """Where each § stands on the page: `kommunstyrelsen-2025-11-05-201`."""
    return {item["id"]: slugify(f"{item['body']['name']} {item['date']} {item['number']}") for item in items}
