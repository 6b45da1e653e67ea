"""How a question comes to the desk: its session first, then its right, then its form, and only then what it asks for.

Everything that touches the database runs in threads of the desk's own, so that no reader of the public pages waits for it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import quote

import anyio.to_thread
from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect

from app.db import reading, writing
from app.desk.errors import FormTooOld, NotAllowed, TooMuchSent
from app.desk.kept_forms import form_within, kept_form, kept_page
from app.desk.rendering import problem
from app.desk.signing_in import sign_in_again
from app.desk.visits import COOKIE, Visit
from app.errors import DiariumError, WrongUse
from app.language.i18n import accepted, speaking
from app.language.i18n import gettext as _
from app.security.roles import Role
from app.security.sessions import SignedIn, is_marked, signed_in, touch
from app.web.answers import PRIVATE, Serving, serving
from app.web.receiving import Limited

MOST_FILES, _MOST_FILE_BYTES, _MOST_FORM_BYTES = 500, 2_000_000_000, 300_000
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
# What a handler gives: an answer, or what waits for it without a thread.
Answer = Response | Callable[[], Awaitable[Response]]
Handler = Callable[[Visit], Answer]


@dataclass(frozen=True, slots=True)
class DeskRoute:
    """A route of the desk: what it `needs` of whoever asks, anywhere (None: nothing, it is for signing in); of what lies in
    one place the handler asks again, for that place. `files` where its form brings some."""

    method: str
    path: str
    handler: Handler
    needs: Role | None
    files: bool = False


def endpoint(route: DeskRoute) -> Callable[[Request], Awaitable[Response]]:
    """The route as the application calls it."""

    async def answer(request: Request) -> Response:
        using = serving(request)
        signed = await anyio.to_thread.run_sync(_signed, using, request, limiter=using.desk)
        spoken = signed.user.language if signed else accepted(request.headers.get("accept-language"))
        with speaking(spoken):
            made = await _answered(route, request, using, signed)
        made.headers["Cache-Control"] = PRIVATE
        made.headers.setdefault("Content-Language", spoken)
        return made

    answer.__name__ = route.handler.__name__
    return answer


async def _answered(route: DeskRoute, request: Request, using: Serving, signed: SignedIn | None) -> Response:
    visit = Visit(request, using, signed, FormData())
    try:
        if route.needs is not None and signed is None and (route.method == "GET" or route.files):
            return _to_sign_in(request)
        if route.needs is not None and signed is not None and not visit.may_anywhere(route.needs):
            raise NotAllowed
        if route.method == "POST":
            async with _form_of(request, route) as form:
                visit = Visit(request, using, signed, form)
                _came_from_here(request)
                if not _bears_the_mark(visit, route):
                    return _once_more(visit, route)
                return await _handled(route.handler, visit)
        return await _handled(route.handler, visit)
    except DiariumError as error:
        return problem(visit, error)
    except ClientDisconnect:  # nobody waits for the answer
        return Response(status_code=400)


async def _handled(handler: Handler, visit: Visit) -> Response:
    made = await anyio.to_thread.run_sync(handler, visit, limiter=visit.using.desk)
    return made if isinstance(made, Response) else await made()


def _signed(using: Serving, request: Request) -> SignedIn | None:
    token = request.cookies.get(COOKIE)
    if not token or len(token) > 200:
        return None
    with reading(using.stores.desk) as session:
        signed, to_write = signed_in(session, token)
    if signed is not None and to_write:
        with writing(using.stores.desk, alone=False) as session:
            touch(session, signed.session)
    return signed


def _to_sign_in(request: Request) -> Response:
    """The way in, which leads back to what was asked for; a form that was sent is not sent again by that."""
    if request.method != "GET":
        raise FormTooOld
    query = f"?{request.url.query}" if request.url.query else ""
    back = quote(f"{request.url.path}{query}", safe="")
    return RedirectResponse(f"/desk/logga-in?till={back}", status_code=303)


def _came_from_here(request: Request) -> None:
    """Raises `FormTooOld` for a form that was sent from a page elsewhere."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise FormTooOld


def _bears_the_mark(visit: Visit, route: DeskRoute) -> bool:
    """Whether the form is of the session that goes on, or of none where it needs none."""
    if visit.signed is None:
        return route.needs is None
    return is_marked(visit.signed, visit.sent("mark"))


def _once_more(visit: Visit, route: DeskRoute) -> Response:
    """What becomes of a form whose session has ended: what was typed in it is not lost. Raises `FormTooOld` where it is no such
    form."""
    # whoever signs in where they are signed in has done so meanwhile, in another tab
    kept = form_within(visit) if route.needs is None else kept_form(visit)
    if kept is None or route.files:
        raise FormTooOld
    return kept_page(visit, kept) if visit.signed else sign_in_again(visit, kept)


@asynccontextmanager
async def _form_of(request: Request, route: DeskRoute) -> AsyncIterator[FormData]:
    """The form that a request brings, for as long as the block runs. Raises `TooMuchSent`, `WrongUse` for what is no form."""
    most = _MOST_FILE_BYTES if route.files else _MOST_FORM_BYTES
    limited = Request(request.scope, Limited(request, most, lambda _size: _too_much()).receive)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind not in _FORMS:
        raise WrongUse(_("Det här tas emot som ett formulär."))
    try:
        form = await limited.form(max_files=MOST_FILES if route.files else 0, max_fields=200)
    except (MultiPartException, HTTPException) as error:
        raise _too_much() if "Too many" in str(error) else WrongUse(_("Formuläret går inte att läsa.")) from error
    try:
        yield form
    finally:
        await form.close()


def _too_much() -> TooMuchSent:
    return TooMuchSent(files=MOST_FILES, megabytes=_MOST_FILE_BYTES // 1_000_000)
