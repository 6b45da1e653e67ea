"""Errors as pages: what went wrong, in a sentence, and a search box to go on with."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response

from app.db import reading
from app.errors import CaseNotFound, DiariumError
from app.language.i18n import gettext as _
from app.pages.languages import at, swedish_path
from app.pages.navigation import Subject, head
from app.pages.rendering import render
from app.queries.cases import near
from app.web.answers import serving


def problem_page(request: Request, error: DiariumError) -> Response:
    """An error of ours as a person sees it."""
    typed = error.params.get("number", "")
    cases = []
    if isinstance(error, CaseNotFound):
        with reading(serving(request).public) as session:
            cases = near(session, str(typed))
    return render(
        request,
        "problem.html",
        status=error.status,
        heading=error.heading(),
        sentence=error.sentence(),
        typed=typed,
        cases=cases,
        lists=_lists(request, error.status),
    )


def _lists(request: Request, status: int) -> list[Subject]:
    """Where what is not there, or no more, may be looked for: the list that its address begins with, a search for its words."""
    if status not in {404, 410}:
        return []
    path = swedish_path(request.url.path)
    lists = [link for link in head(path) if link.current == "true"]
    words = " ".join(re.findall(r"[^\W\d_]{3,40}", path.rpartition("/")[2]))[:80]
    if words and status == 404:
        lists.append(
            Subject(_("Sök efter ”{words}”").format(words=words), f"{at('/sok')}?{urlencode({'q': words})}", None)
        )
    return lists


def http_problem_page(request: Request, status: int) -> Response:
    """An error that the framework found."""
    headings = {404: _("Sidan finns inte"), 405: _("Så går det inte att göra här")}
    sentence = _("Adressen leder ingenstans. Sök på ärendets nummer i stället.") if status == 404 else ""
    return render(
        request,
        "problem.html",
        status=status,
        heading=headings.get(status, _("Något gick fel")),
        sentence=sentence,
        cases=[],
        lists=_lists(request, status),
    )
