"""Errors as pages: what went wrong, in a sentence, and a search box to go on with."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import Response

from app.errors import DiariumError
from app.language.i18n import gettext as _
from app.pages.rendering import render


def problem_page(request: Request, error: DiariumError) -> Response:
    """An error of ours as a person sees it."""
    typed = error.params.get("number", "")
    return render(
        request, "problem.html", status=error.status, heading=error.heading(), sentence=error.sentence(), typed=typed
    )


def http_problem_page(request: Request, status: int) -> Response:
    """An error that the framework found."""
    headings = {404: _("Sidan finns inte"), 405: _("Så går det inte att göra här")}
    sentence = _("Adressen leder ingenstans. Sök på ärendets nummer i stället.") if status == 404 else ""
    return render(
        request, "problem.html", status=status, heading=headings.get(status, _("Något gick fel")), sentence=sentence
    )
