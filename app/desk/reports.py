"""What readers report as wrong: read and answered, at the page that each got a number for."""

from __future__ import annotations

from fastapi.responses import RedirectResponse, Response

from app.db import reading, writing
from app.desk.rendering import render
from app.desk.visits import Visit
from app.errors import WrongUse
from app.journal.reports import answer_report, report, reports_of
from app.language.i18n import gettext as _
from app.security.roles import Role

_LONGEST = 2000


def reports_page(visit: Visit) -> Response:
    """Those that wait for an answer, the oldest first; all of them where that is asked for."""
    visit.needs_everywhere(Role.REGISTRAR)
    return _page(visit, answered=visit.asked("alla") == "1", error=None)


def answer(visit: Visit) -> Response:
    """Answer one, for whoever holds its number: the answer is shown to them, and to nobody else. Where somebody else has answered
    meanwhile nothing is written, and what was typed stands beside what they wrote."""
    visit.needs_everywhere(Role.REGISTRAR)
    number, text = visit.path("number"), visit.sent("text")
    try:
        if not text or len(text) > _LONGEST:
            raise WrongUse(_("Skriv ett svar, med högst {n} tecken.").format(n=_LONGEST))
        with writing(visit.stores.desk) as session:  # alone: of two who answer at once one is told
            if (report(session, number).answered_at or "") != visit.sent("answered_at"):
                raise WrongUse(_("Någon annan har svarat sedan du öppnade sidan. Jämför, och svara en gång till."))
            answer_report(session, number, text, visit.who.user.name)
    except WrongUse as error:
        return _page(visit, answered=True, error=error)
    return RedirectResponse("/desk/felanmalningar", status_code=303)


def _page(visit: Visit, *, answered: bool, error: WrongUse | None) -> Response:
    with reading(visit.stores.desk) as session:
        rows = reports_of(session, answered=answered)
    return render(
        visit,
        "reports.html",
        status=error.status if error else 200,
        rows=rows,
        answered=answered,
        error=error,
        at=visit.path("number") if error else "",
        typed=visit.sent("text"),
        longest=_LONGEST,
    )
