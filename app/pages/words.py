"""Pages that explain: the words of minutes, what this is, and how accessible it is."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.language.glossary import GLOSSARY
from app.language.lists import listed
from app.pages.rendering import render
from app.queries.cases import newest
from app.queries.meetings import meeting_bodies
from app.web.answers import Public

router = APIRouter()
# When the pages were last judged against WCAG, as the statement has to say.
_JUDGED = dt.date(2026, 11, 27)


@router.get("/ordlista")
def glossary_page(request: Request) -> Response:
    """The words of minutes, explained."""
    return render(request, "glossary.html", glossary=GLOSSARY)


@router.get("/om")
def about_page(request: Request, session: Public) -> Response:
    """What this is, where its facts come from, and what it does not know."""
    _cases, total = newest(session, limit=1)
    towns = sorted({body.town for body in meeting_bodies(session, None)})
    return render(request, "about.html", total=total, towns=towns, all_towns=listed(towns))


@router.get("/tillganglighet")
def accessibility_page(request: Request) -> Response:
    """The accessibility statement that the law asks for (2018:1937)."""
    return render(request, "accessibility.html", judged=_JUDGED)
