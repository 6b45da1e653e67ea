"""Numbers that may be one matter, proposed by evidence that joins nothing by itself: side by side, to be accepted or refused."""

from __future__ import annotations

from fastapi.responses import RedirectResponse, Response

from app.acts import link
from app.db import reading
from app.desk.rendering import render
from app.desk.visits import Visit
from app.errors import WrongUse
from app.language.i18n import gettext as _
from app.language.links import evidence_word
from app.queries.links import links_proposed, titles_of
from app.security.roles import Role

_MOST = 100


def proposals_page(visit: Visit) -> Response:
    """Each pair with what speaks for it, and what each of the two is called."""
    visit.needs_everywhere(Role.REGISTRAR)
    with reading(visit.stores.desk) as session:
        rows = links_proposed(session)
        titles = titles_of(session, [number for row in rows[:_MOST] for number in (row["one"], row["other"])])
    return render(
        visit,
        "proposals.html",
        rows=rows[:_MOST],
        more=max(0, len(rows) - _MOST),
        titles=titles,
        evidence_word=evidence_word,
    )


def settle_proposal(visit: Visit) -> Response:
    """Say that the two numbers are one matter, or that they are not."""
    visit.needs_everywhere(Role.REGISTRAR)
    answer = visit.sent("answer")
    if answer not in {"ja", "nej"}:
        raise WrongUse(_("Svara ja eller nej."))
    joined = answer == "ja"
    by = visit.actor(_("samma ärende") if joined else _("inte samma ärende"))
    link(visit.stores, visit.sent("one"), visit.sent("other"), by, joined=joined)
    return RedirectResponse("/desk/forslag", status_code=303)
