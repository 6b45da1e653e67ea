"""A § as text beside the pages that it stands on, with what was quoted framed; and the § before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.errors import EntityNotFound
from app.ids import slugify
from app.language.deadlines import meeting_sentence
from app.pages.addresses import item_page, meeting_page, read_day_part
from app.pages.citing import citations, item_cited
from app.pages.documents import heading, short_names
from app.pages.languages import at
from app.pages.page_links import PageLink, page_links
from app.pages.printing import lets_print
from app.pages.rendering import render
from app.queries.bearers import bearers_at
from app.queries.case_refs import cases_of
from app.queries.decided_together import decided_together
from app.queries.documents import documents_by_id
from app.queries.items import items_by_id
from app.queries.listing import Wanted, row_of
from app.queries.lists.items import MEETINGS
from app.queries.meeting_days import days_of_items
from app.queries.meetings import find_meeting
from app.register.number_series import item_order
from app.schemas.rows import CaseRef, DocumentRow, ItemRow, SourceRow
from app.today import today
from app.web.answers import PREFIX, Public, origin

router = APIRouter()
# Pictures of so many pages stand beside the text; a § seldom has more, and the file has them all.
_MOST_PICTURES = 6


class Picture(NamedTuple):
    """A page beside the text, the address of its picture, and whether the § begins there."""

    link: PageLink
    image: str
    begins: bool


@router.get("/paragrafer/{place}/{body}/{day}/{number}")
def item_page_of(request: Request, session: Public, place: str, body: str, day: str, number: str) -> Response:
    """One § of a body's meeting."""
    held = read_day_part(day)
    meeting_id = find_meeting(session, place, body, *held) if held else None
    meeting = row_of(session, MEETINGS, meeting_id, Wanted()) if meeting_id else None
    if meeting is None:
        raise EntityNotFound(f"{place}/{body}/{day}")
    listed = sorted(meeting["items"], key=lambda row: item_order(row["number"]))
    here = next((n for n, row in enumerate(listed) if row["number"] == number), None)
    if here is None:
        raise EntityNotFound(f"{place}/{body}/{day}/{number}")
    item = items_by_id(session, [listed[here]["id"]])[0]
    pictures = _pictures(item)
    papers = _papers(session, item)
    matters = cases_of(session, [item["id"]]).get(item["id"], [])
    page = render(
        request,
        "paragraph.html",
        item=item,
        meeting=meeting,
        now=item_page(meeting, number),
        home=meeting_page(meeting),
        before=listed[here - 1]["number"] if here else None,
        after=listed[here + 1]["number"] if here + 1 < len(listed) else None,
        cases=matters,
        feed=followed(matters),
        anchors={item["id"]: slugify(f"{item['body']['name']} {item['date']} {item['number']}")},
        documents={paper["id"]: heading(paper) for paper in papers},
        short_names=short_names(papers),
        masked=_masked(papers, item),
        bearers=bearers_at(session, [item["id"]]),
        days=next((meeting_sentence(row) for row in days_of_items(session, [item["id"]])), None),
        together=decided_together(session, [item["id"]]).get(item["id"], []),
        pictures=pictures[:_MOST_PICTURES],
        further=len(pictures) > _MOST_PICTURES,
        twin=f"/api/v1/items/{item['id']}",
        citations=citations(
            item_cited(item, meeting["municipality"]["name"]),
            f"{origin(request)}{at(item_page(meeting, number))}",
            today(),
        ),
    )
    return lets_print(page)


def followed(matters: Sequence[CaseRef]) -> str | None:
    """The feed of the one matter that a § belongs to; of none where it belongs to several."""
    return f"{PREFIX}/cases/{matters[0]['id']}.atom" if len(matters) == 1 else None


def _papers(session: Session, item: ItemRow) -> list[DocumentRow]:
    """The documents that the § stands in or rests on."""
    ids: set[Any] = {*item["documents"], *(reference["target"] for reference in item["references"])}
    return documents_by_id(session, sorted(ids - {None}), placed=False)


def _masked(papers: Sequence[DocumentRow], item: ItemRow) -> list[str] | None:
    """By which provisions, where any are told, something is masked on the pages of a document that the § stands in; None where
    nothing is. What is masked of the § itself is not among what was read of it."""
    own = (paper for paper in papers if paper["id"] in item["documents"])
    told = [one["masked"] for paper in own for one in paper["appearances"] if one["masked"] is not None]
    return list(dict.fromkeys(law for masked in told for law in masked["laws"])) if told else None


def _pictures(item: ItemRow) -> list[Picture]:
    """The page where the § begins, its head framed, and each later page of the same file that something in it is quoted
    from (what is told on the cover is no page of it); none where it stands on no page."""
    begins = next(iter(page_links(item["sources"])), None)
    if begins is None:
        return []
    pages = {
        place["page"]
        for source in _sources(item)
        if source["document_id"] == begins.document_id and source["file"] == begins.file
        for place in source["places"]
    }
    further = [PageLink(begins.document_id, n, begins.file) for n in sorted(pages) if n > begins.page]
    return [Picture(link, _image(link), link is begins) for link in (begins, *further)]


def _sources(value: Any) -> Iterator[SourceRow]:
    """The sources of a § and of all that stands in it."""
    if isinstance(value, list):
        for one in value:
            yield from _sources(one)
    elif isinstance(value, dict):
        yield from value.get("sources", ())
        for name, one in value.items():
            if name != "sources":
                yield from _sources(one)


def _image(link: PageLink) -> str:
    """The picture of the page, framed as its link has it."""
    framed = f"box={link.box}&" if link.box else ""
    return f"/api/v1/documents/{link.document_id}/pages/{link.page}.webp?width=900&{framed}file={link.file}"
