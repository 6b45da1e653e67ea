"""What readers report as wrong: read and answered, at the page that each got a number for."""

from __future__ import annotations

from fastapi.responses import RedirectResponse, Response

from app.db import reading, writing
from app.desk.rendering import render
from app.desk.visits import Visit
from app.errors import WrongUse
from app.journal.reports import answer_report, reports_of
from app.language.i18n import gettext as _
from app.security.roles import Role

_LONGEST = 2000


def reports_page(visit: Visit) -> Response:
    """Those that wait for an answer, the oldest first; all of them where that is asked for."""
    visit.needs_everywhere(Role.REGISTRAR)
    answered = visit.asked("alla") == "1"
    with reading(visit.stores.desk) as session:
        rows = reports_of(session, answered=answered)
    return render(visit, "reports.html", rows=rows, answered=answered, longest=_LONGEST)


def answer(visit: Visit) -> Response:
    """Answer one, for whoever holds its number: the answer is shown to them, and to nobody else."""
    visit.needs_everywhere(Role.REGISTRAR)
    text = visit.sent("text")
    if not text or len(text) > _LONGEST:
        raise WrongUse(_("Skriv ett svar, med högst {n} tecken.").format(n=_LONGEST))
    with writing(visit.stores.desk, alone=False) as session:
        answer_report(session, visit.path("number"), text, visit.who.user.name)
    return RedirectResponse("/desk/felanmalningar", status_code=303)
