"""Meetings as a list, and each with its agenda: what was decided, where there was disagreement, and who was there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.errors import BadParameter, EntityNotFound
from app.language.dates import date_text
from app.language.i18n import gettext as _
from app.language.meetings import days_sentences, missing_sentence, present_groups
from app.pages.addresses import meeting_page, read_day_part
from app.pages.citing import citations, plainly_cited
from app.pages.documents import heading, short_names
from app.pages.languages import at
from app.pages.printing import lets_print
from app.pages.rendering import render
from app.queries.bearers import bearers_at
from app.queries.case_refs import cases_of
from app.queries.disagreement import disagreed
from app.queries.documents import documents_by_id
from app.queries.items import place_facts
from app.queries.listing import Asked, Page, Wanted, page_of, row_of
from app.queries.lists.items import MEETINGS
from app.queries.meetings import beside, find_meeting, meeting_bodies, minutes_days, present_at, years_of
from app.queries.understood import UnknownName, understood
from app.queries.whole_items import whole_items_by_id
from app.register.number_series import item_order, missing_numbers
from app.schemas.rows import ItemRow
from app.today import today
from app.web.answers import Public, origin
from importers.bundle import Mode

router = APIRouter()

_MANY = 25
_MOST_PAGES = 10_000
_LONGEST = 100
Typed = Annotated[str, Query(max_length=_LONGEST)]
# What a meeting's § can be marked with, in the order of the marks.
_MARKS = ("has_vote", "has_reservation", "has_yrkande")


class Line(NamedTuple):
    """A meeting in the list: how many of its §§ bear each mark."""

    meeting: Mapping[str, Any]
    page: str
    marked: dict[str, int]


# What the page of coverage is narrowed by too.
_OF_COVERAGE = ("kommun", "ar")


@router.get("/sammantraden")
def meetings_page(
    request: Request,
    session: Public,
    q: Typed = "",
    kommun: Typed = "",
    organ: Typed = "",
    ar: Typed = "",
    sida: Annotated[int, Query(ge=1, le=_MOST_PAGES)] = 1,
) -> Response:
    """The meetings that there are minutes of, the latest first, of one municipality, body or year."""
    if ar and not (len(ar) == 4 and ar.isascii() and ar.isdigit() and int(ar)):
        raise BadParameter("ar", ar, _("ett år, ÅÅÅÅ"))
    asked = {"q": q.strip(), "kommun": kommun, "organ": organ, "ar": ar}
    page = _meetings(session, asked, sida)
    query = urlencode({name: value for name, value in asked.items() if value})
    return render(
        request,
        "meetings.html",
        asked=asked,
        lines=[_line(row) for row in page.rows],
        total=page.total,
        is_more=page.is_more,
        bodies=meeting_bodies(session, kommun or None),
        places={body.place: body.town for body in meeting_bodies(session, None)},
        years=years_of(session),
        further=f"/sammantraden?{urlencode({**asked, 'sida': sida + 1})}" if sida * _MANY < page.total else None,
        query_of_all=query,
        calendar=f"/api/v1/meetings.ics?{urlencode(_filters({**asked, 'ar': '', 'q': ''}))}" if organ else None,
        coverage=f"/statistik/tackning?{urlencode({name: v for name, v in asked.items() if v and name in _OF_COVERAGE})}",
        previous=f"/sammantraden?{urlencode({**asked, 'sida': sida - 1})}" if sida > 1 else None,
        twin=f"/api/v1/meetings?{urlencode(_filters(asked))}",
    )


@router.get("/sammantraden/{place}/{body}/{day}")
def meeting_page_of(request: Request, session: Public, place: str, body: str, day: str) -> Response:
    """One meeting: its agenda with outcomes, where there was disagreement, presence, the days of the minutes, its papers."""
    held = read_day_part(day)
    meeting_id = find_meeting(session, place, body, *held) if held else None
    row = row_of(session, MEETINGS, meeting_id, Wanted()) if meeting_id else None
    if row is None:
        raise EntityNotFound(f"{place}/{body}/{day}")
    listed = sorted(row["items"], key=lambda item: item_order(item["number"]))
    whole = {item["id"]: item for item in whole_items_by_id(session, [item["id"] for item in listed])}
    disputed = [whole[item["id"]] for item in listed if disagreed(whole[item["id"]])]
    place_facts(session, disputed)
    papers = documents_by_id(session, row["documents"], placed=False)
    before, after = beside(session, dict(row))
    page = render(
        request,
        "meeting.html",
        meeting=row,
        now=meeting_page(row),
        listed=listed,
        whole=whole,
        cases=cases_of(session, list(whole)),
        disputed=disputed,
        missing=missing_sentence(missing_numbers(item["number"] for item in listed)),
        present=present_groups(present_at(session, row["documents"])),
        days=days_sentences(row["date"], minutes_days(session, row["documents"]), decides=_decides(whole.values())),
        calendar=_of_body(row, "ics"),
        papers=papers,
        bearers=bearers_at(session, [*whole, *row["documents"]]),
        documents_by_id={paper["id"]: heading(paper) for paper in papers},
        short_names=short_names(papers),
        heading=heading,
        before=before,
        after=after,
        twin=f"/api/v1/meetings/{row['id']}",
        feed=_of_body(row, "atom"),
        citations=citations(
            plainly_cited(f"{row['body']['name']} {date_text(row['date'])}", row["municipality"]["name"], row["date"]),
            f"{origin(request)}{at(meeting_page(row))}",
            today(),
        ),
    )
    return lets_print(page)


def _meetings(session: Session, asked: dict[str, str], page: int) -> Page:
    try:
        filters = understood(session, MEETINGS, _filters(asked))
    except UnknownName:
        return Page([], 0, None)
    days: dict[str, Any] = {name: dt.date.fromisoformat(filters[name]) for name in ("from", "to") if name in filters}
    return page_of(session, MEETINGS, Asked({**filters, **days}, "-date", _MANY, (page - 1) * _MANY), Wanted())


def _filters(asked: dict[str, str]) -> dict[str, str]:
    """What the API's list is asked for the same."""
    filters = {"q": asked["q"], "municipality": asked["kommun"], "body": asked["organ"]}
    if asked["ar"]:
        filters |= {"from": f"{asked['ar']}-01-01", "to": f"{asked['ar']}-12-31"}
    return {name: value for name, value in filters.items() if value}


def _decides(listed: Iterable[ItemRow]) -> bool:
    """Whether any § decides anything, and does not only propose it."""
    return any(decision["mode"] == Mode.DECIDES for item in listed for decision in item["decisions"])


def _of_body(meeting: Mapping[str, Any], form: str) -> str:
    """The address of the body's meetings as a calendar or a feed to subscribe to."""
    of = {"municipality": meeting["municipality"]["slug"], "body": meeting["body"]["id"]}
    return f"/api/v1/meetings.{form}?{urlencode(of)}"


def _line(row: Mapping[str, Any]) -> Line:
    marked = {mark: sum(item[mark] for item in row["items"]) for mark in _MARKS}
    return Line(row, meeting_page(row), {mark: count for mark, count in marked.items() if count})
