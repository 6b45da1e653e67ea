"""A document's page, and each of its pages as a picture with the quoted words framed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.errors import DocumentNotFound, PageNotFound
from app.language.codes import kind_word
from app.language.dates import date_text
from app.language.i18n import gettext as _
from app.language.lists import listed
from app.pages.addresses import item_page
from app.pages.citing import citations, leaf_cited, plainly_cited
from app.pages.languages import at
from app.pages.page_links import PageLink
from app.pages.rendering import render
from app.queries.case_refs import address_of
from app.queries.cases import find, of_matters
from app.queries.documents import document, leaf
from app.queries.meetings import meetings_of
from app.queries.membership import matters_holding
from app.queries.sources import sources_in
from app.register.short_forms import short_form
from app.schemas.rows import CaseRow, DocumentRow, HeadedRow
from app.today import today
from app.web.answers import Public, origin
from app.web.boxes import box_text, read_box
from app.web.places import boxes

router = APIRouter()
_A4 = 297 / 210  # of a page of no size that is known


@router.get("/handlingar/{id}")
def document_page(request: Request, session: Public, id: str) -> Response:
    """What the document is, where it lies, and its pages."""
    row = document(session, id)
    if row is None:
        raise DocumentNotFound(id=id)
    lead = next((appearance for appearance in row["appearances"] if appearance["lead"]), None)
    cases = _cases(session, row)
    return render(
        request,
        "document.html",
        belongs_to=row["municipality"],
        document=row,
        heading=heading(row),
        lead=lead,
        signers=signers(row),
        homes={
            item: item_page(*at) for item, at in meetings_of(session, [item["id"] for item in row["items"]]).items()
        },
        cases={address_of(case): case["title"] or case["number"] for case in cases},
        trail=_trail(cases),
        twin=f"/api/v1/documents/{id}",
        citations=citations(
            plainly_cited(heading(row), row["municipality"]["name"], row["date"]),
            origin(request) + at(f"/handlingar/{row['id']}"),
            today(),
        ),
    )


@router.get("/handlingar/{id}/sida/{page}")
def leaf_page(
    request: Request,
    session: Public,
    id: str,
    page: Annotated[int, Path(ge=1, le=100_000)],
    ruta: Annotated[str | None, Query(max_length=60)] = None,
    fil: Annotated[str | None, Query(pattern="^[0-9a-f]{8,64}$")] = None,
) -> Response:
    """One page as it looks in a file (`fil`, its sha256 or the beginning of it; else the one that leads), `ruta` framed, with the words that stand
    there."""
    frame = read_box(ruta, "ruta")
    row = document(session, id)
    shown = leaf(session, row["id"], page, fil) if row else None
    if row is None or shown is None:
        raise PageNotFound(page)
    box = box_text(frame) if frame else None
    quotes = _quotes(sources_in(session, row["id"]), shown.sha256, page, box) if box else []
    framed = PageLink(row["id"], page, shown.sha256, box)
    leads = next((a["file"]["sha256"] for a in row["appearances"] if a["lead"]), None)
    return render(
        request,
        "leaf.html",
        belongs_to=row["municipality"],
        document=row,
        heading=heading(row),
        leaf=shown,
        trail=[*_trail(_cases(session, row)), (heading(row), f"/handlingar/{id}")],
        quotes=quotes,
        citations=citations(
            leaf_cited(row, heading(row), page, quotes), f"{origin(request)}{at(framed.address)}", today()
        ),
        masked=shown.masked,
        image=f"/api/v1/documents/{row['id']}/pages/{page}.webp?{f'box={box}&' if box else ''}file={shown.sha256}",
        is_lead=shown.sha256 == leads,
        height=round(1200 * (shown.height / shown.width if shown.width else _A4)),
        whole=any(a["file"]["complete"] for a in row["appearances"] if a["file"]["sha256"] == shown.sha256),
    )


def _cases(session: Session, row: DocumentRow) -> list[CaseRow]:
    """The matters that the document belongs to, first those of the numbers that it carries: a motion carries none."""
    numbered = [case for number in row["case_numbers"] for case in find(session, number, row["municipality"]["id"])]
    held = set(matters_holding(session, row["id"]))
    return numbered + of_matters(session, sorted(held - {case["matter_id"] for case in numbered}))


def _trail(cases: list[CaseRow]) -> list[tuple[str, str]]:
    """The matter that it belongs to; where it belongs to none the list of documents."""
    return [(case["number"] or _("Ärende"), address_of(case)) for case in cases[:1]] or [
        (_("Handlingar"), "/handlingar")
    ]


def heading(row: HeadedRow) -> str:
    """`Protokollsutdrag, Kommunstyrelsen, 5 november 2025`."""
    kind = kind_word(row["kind"])
    parts = [kind[:1].upper() + kind[1:]]
    if row["body"]:
        parts.append(row["body"]["name"])
    if row["date"]:
        parts.append(date_text(row["date"]))
    return ", ".join(parts)


def short_names(rows: Iterable[HeadedRow], *, dated: bool = True) -> dict[str, str]:
    """What each document is called where it is a source: `KS protokollsutdrag`; if `dated`, with its day where another bears the
    same."""
    listed_rows = list(rows)
    names = {row["id"]: _short_name(row) for row in listed_rows}
    shared = Counter(names.values())
    return {
        row["id"]: f"{names[row['id']]} {date_text(row['date'])}"
        if dated and row["date"] and shared[names[row["id"]]] > 1
        else names[row["id"]]
        for row in listed_rows
    }


def _short_name(row: HeadedRow) -> str:
    kind = kind_word(row["kind"])
    if not row["body"]:
        return kind[:1].upper() + kind[1:]
    letters = short_form(row["body"]["name"])
    return f"{letters.upper() if letters else row['body']['name']} {kind}"


def signers(row: DocumentRow) -> str:
    """`Elsa Brandfors (C) och Nils Sjögärde (C)`; with the title where no party stands."""
    people = [(person["name"], person["party"] or person["title"]) for person in row["signed_by"]]
    return listed([f"{name} ({role})" if role else name for name, role in people])


def _quotes(sources: list[Any], sha256: str, page: int, box: str) -> list[str]:
    """The words whose frame on the page in this file is this one."""
    of_file = (source for source in sources if source["file"] == sha256)
    found = (source["quote"] for source in of_file if boxes(source["places"]).get(page) == box)
    return list(dict.fromkeys(found))
