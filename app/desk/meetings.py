"""Meetings: when their minutes were verified and their notice stood, as it was read or as somebody writes it in, and until when each §
can be appealed."""

from __future__ import annotations

import datetime as dt

from fastapi.responses import RedirectResponse, Response

from app.acts import set_dates
from app.acts.days import day
from app.db import reading
from app.desk.rendering import render
from app.desk.visits import Visit
from app.errors import DiariumError, EntityNotFound, NothingNew, WrongUse
from app.language.deadlines import appeal_sentence
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.queries.bodies_kept import KeptBody, bodies_kept
from app.queries.meetings_kept import KeptPaper, MeetingKept, meeting_kept, meetings_kept
from app.register.corrections import DATES
from app.register.deadlines import last_day_to_post, last_day_to_verify
from app.security.roles import Role

_MOST = 100


def meetings_page(visit: Visit) -> Response:
    """The latest meetings of the bodies that whoever asks may see, or of one of them."""
    body = visit.asked("organ")
    with reading(visit.stores.desk) as session:
        there = bodies_kept(session)
        rows = meetings_kept(session, bodies_seen(visit, there), body or None, _MOST)
    return render(visit, "meetings.html", rows=rows, offered=bodies_offered(visit, there), body=body)


def meeting_page(visit: Visit) -> Response:
    """One of them, with its papers' days and its §§."""
    return _page(visit, _meeting(visit, Role.READER), None, "")


def set_days(visit: Visit) -> Response:
    """Write in the days of a paper, or of all papers of the meeting, each that was typed otherwise than it stood. Where somebody else
    has been there meanwhile nothing is written, and what was typed stands beside it."""
    meeting = _meeting(visit, Role.REVIEWER)
    paper = next((one for one in meeting["papers"] if one["id"] == visit.sent("paper")), None)
    if paper is None:
        raise EntityNotFound(visit.sent("paper"))
    try:
        _unchanged(visit, meeting, paper["id"])
        changed = {field: _day(visit, field) for field in DATES if visit.sent(field) != typed_day(paper["days"][field])}
        papers = meeting["papers"] if _of_all(visit) else [paper]
        todo = [(one["id"], name, to) for one in papers for name, to in changed.items() if one["days"][name] != to]
        if not todo:
            raise NothingNew(_("Inget är ändrat."))
        by = visit.actor(
            N_("inskrivet på sammanträdets sida"),
            lambda session: _unchanged(visit, meeting_kept(session, meeting["id"]), paper["id"]),
        )
        set_dates(visit.stores, todo, by)
    except DiariumError as error:
        return _page(visit, meeting, error, paper["id"])
    return RedirectResponse(f"/desk/sammantraden/{meeting['id']}", status_code=303)


def _of_all(visit: Visit) -> bool:
    return visit.sent("all") == "ja"


def _unchanged(visit: Visit, meeting: MeetingKept | None, paper: str) -> None:
    """Raises `WrongUse` where the days that the form is about are others by now than on the page that it came from."""
    papers = meeting["papers"] if meeting else []
    now = next((one["version"] for one in papers if one["id"] == paper), None)
    if meeting is not None and _of_all(visit):
        now = meeting["version"]
    if visit.sent("versions" if _of_all(visit) else "version") != now:
        raise WrongUse(_("Någon annan har skrivit in en dag sedan du öppnade sidan. Jämför, och spara en gång till."))


def bodies_seen(visit: Visit, there: list[KeptBody]) -> list[str]:
    """The ids of the bodies that whoever asks may see."""
    return [body["id"] for body in there if visit.may(Role.READER, body["municipality"], body["name"])]


def bodies_offered(visit: Visit, there: list[KeptBody]) -> list[KeptBody]:
    """The bodies that whoever asks may see, but for those that go on as another: that one has their meetings."""
    seen = set(bodies_seen(visit, there))
    return [body for body in there if body["id"] in seen and not body["leads_to"]]


def typed_day(value: dt.date | None) -> str:
    return value.isoformat() if value else ""


def _day(visit: Visit, field: str) -> dt.date | None:
    return day(visit.sent(field)) if visit.sent(field) else None


def _meeting(visit: Visit, needed: Role) -> MeetingKept:
    """The meeting that the address names. Raises `EntityNotFound`, and what `Visit.needs` does."""
    with reading(visit.stores.desk) as session:
        meeting = meeting_kept(session, visit.path("meeting"))
    if meeting is None:
        raise EntityNotFound(visit.path("meeting"))
    visit.needs(needed, meeting["municipality"], meeting["body"])
    return meeting


def _page(visit: Visit, meeting: MeetingKept, error: DiariumError | None, at: str) -> Response:
    def typed(paper: KeptPaper, field: str) -> str:
        """What the field holds: what was typed in the form that went wrong, else the day that there is."""
        return visit.sent(field) if paper["id"] == at else typed_day(paper["days"][field])

    return render(
        visit,
        "meeting.html",
        status=error.status if error else 200,
        meeting=meeting,
        error=error,
        at=at,
        typed=typed,
        fields=DATES,
        reason=visit.sent("reason"),
        role=visit.sent("role"),
        verify_by=last_day_to_verify(meeting["date"]),
        last_day_to_post=last_day_to_post,
        appeal_sentence=appeal_sentence,
        may_set=visit.may(Role.REVIEWER, meeting["municipality"], meeting["body"]),
    )
