"""What was corrected by a person, and what changed lately: the public log."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.language.corrections import correction_sentence
from app.pages.rendering import render
from app.queries.correction_log import correction_log
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.changes import CHANGES
from app.web.answers import Public

router = APIRouter()
_LATEST = 50


@router.get("/andringar")
def changes_page(request: Request, session: Public) -> Response:
    """The corrections that hold, the latest day first, and the latest changes."""
    latest = page_of(session, CHANGES, Asked({}, "-id", _LATEST, 0), Wanted())
    return render(
        request,
        "changes.html",
        corrections=[
            {**row, "sentence": correction_sentence(row["field"], row["correction"])}
            for row in correction_log(session)[::-1]
        ],
        changes=latest.rows,
        total=latest.total,
        twin="/api/v1/changes",
    )
