"""A fault is reported from the page or place where it stands, without an account, and followed by its number.

What is sent goes to whoever keeps the register and nowhere else: it is shown on no page, and the public register is not
written to.
"""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import parse_qsl

import anyio.to_thread
from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.db import reading, writing
from app.errors import TooManyQuestions, WrongUse
from app.journal.keys import secret
from app.journal.reports import add_report, report, waiting
from app.language.i18n import N_, SOURCE, gettext, language
from app.language.i18n import gettext as _
from app.language.printable import printable
from app.pages.languages import swedish_path
from app.pages.rendering import render
from app.queries.cases import by_slug
from app.security.forms import new_mark, read_mark
from app.web.answers import PRIVATE, serving

router = APIRouter()
LONGEST = 2000
_LONGEST_ADDRESS = 600
_MOST_BYTES = 20_000
_MOST_WAITING = 2000
_FORM = "application/x-www-form-urlencoded"
_PAGES = {
    "arenden": N_("ett ärendes sida"),
    "handlingar": N_("en handlings sida"),
    "organ": N_("ett organs sida"),
    "paragrafer": N_("en paragrafs sida"),
    "partier": N_("ett partis sida"),
    "personer": N_("en persons sida"),
    "sammantraden": N_("ett sammanträdes sida"),
    "voteringar": N_("en voterings sida"),
}
_ANOTHER, _MATTER, _FACT_ON = N_("sidan som du kom från"), N_("ärendet {number}"), N_("{page}, en uppgift där")
# A page of ours, and what on it is meant: no host, also as browsers read one (`/\ond.example`), nothing that is not printed.
_ADDRESS = re.compile(r"/(?!/)[!-\[\]-~]{0,599}")


class TooManyReports(TooManyQuestions):
    """One address, or all of them, have sent as many reports as are taken in for now."""

    code = "too-many-reports"
    title = N_("För många felanmälningar")
    detail = N_("Fler felanmälningar än så tas inte emot just nu. Vänta en timme, eller skriv till registratorn.")


@router.get("/rapportera")
def form_page(request: Request, om: Annotated[str, Query(max_length=_LONGEST_ADDRESS)] = "/") -> Response:
    """The form, for the page or place that it is about."""
    return _form(request, _address(om), "", None)


@router.post("/fel")
@router.post("/en/fel")
async def send_report(request: Request) -> Response:
    """Take a report in, and lead to its own page; with a fault in it, the form again with what was written."""
    fields = await _fields(request)
    about, text = _address(fields.get("om", "/")), " ".join(fields.get("text", "").split(" ")).strip()
    using = serving(request)

    def take_in() -> Response:
        with reading(using.stores.desk) as session:
            number = read_mark(secret(session), fields.get("tid", ""), about)
            full = waiting(session) >= _MOST_WAITING
        if not text or len(text) > LONGEST:
            return _form(
                request, about, text[:LONGEST], _("Skriv vad som är fel, med högst {n} tecken.").format(n=LONGEST)
            )
        if number is None or fields.get("webbplats"):
            again = _("Formuläret var för gammalt, eller skickades för fort. Läs igenom det och skicka en gång till.")
            return _form(request, about, text, again)
        client = request.client.host if request.client else "unknown"
        if full or not request.app.state.form_counts.within(client):
            raise TooManyReports
        with writing(using.stores.desk, alone=False) as session:
            add_report(session, number, about, text, language())
        return RedirectResponse(f"{_side()}/fel/{number}", status_code=303)

    return await anyio.to_thread.run_sync(take_in, limiter=using.desk)


@router.get("/fel/{number}")
@router.get("/en/fel/{number}")
def report_page(request: Request, number: str) -> Response:
    """What became of a report: when it came, and what it was answered; never what it said."""
    with reading(serving(request).stores.desk) as session:
        row = report(session, number)
    called = _called(request, row.address)
    return render(request, "report.html", report=row, called=called, cache=PRIVATE)


def _form(request: Request, about: str, text: str, fault: str | None) -> Response:
    with reading(serving(request).stores.desk) as session:
        mark = new_mark(secret(session), about)
    return render(
        request,
        "report_form.html",
        status=400 if fault else 200,
        about=about,
        called=_called(request, about),
        text=printable_lines(text),
        fault=fault,
        mark=mark,
        longest=LONGEST,
        action=f"{_side()}/fel",
        cache=PRIVATE,
    )


def printable_lines(text: str) -> str:
    """The text line by line, with nothing in it that steers how it is shown."""
    return "\n".join(printable(line) for line in text.splitlines())


def _called(request: Request, about: str) -> str:
    """What a page of ours is called, as whoever reports a fault on it would say: `ärendet KS-2025-00042, en uppgift på sidan`."""
    path, _, place = about.partition("#")
    first, *rest = [part for part in swedish_path(path.partition("?")[0]).split("/") if part] or [""]
    name = gettext(_PAGES.get(first, _ANOTHER) if rest else _ANOTHER)
    if first == "arenden" and len(rest) > 1:
        with reading(serving(request).public) as session:
            case = by_slug(session, *rest[:2])
        name = gettext(_MATTER).format(number=case["number"] or case["title"]) if case else name
    return gettext(_FACT_ON).format(page=name) if place or "ruta=" in path else name


def _side() -> str:
    """What the addresses of the language in force begin with."""
    return "" if language() == SOURCE else f"/{language()}"


def _address(typed: str) -> str:
    """The address of ours that is meant, the start page where it is none."""
    return typed if _ADDRESS.fullmatch(typed) else "/"


async def _fields(request: Request) -> dict[str, str]:
    """The fields of a form of moderate size. Raises `WrongUse` for anything else."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            raise WrongUse(_("Skriv vad som är fel, med högst {n} tecken.").format(n=LONGEST))
    if media_type != _FORM:
        raise WrongUse(_("Felanmälan tas emot som ett formulär."))
    try:
        return dict(parse_qsl(body.decode("ascii", "replace"), max_num_fields=10))
    except ValueError as error:
        raise WrongUse(_("Felanmälan tas emot som ett formulär.")) from error
