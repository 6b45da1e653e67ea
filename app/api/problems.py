"""Errors as `application/problem+json` (RFC 9457), the framework's own too."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from app.api.parameters import refusal, unknown_address
from app.errors import DiariumError, KeyNeeded
from app.language.i18n import N_, gettext
from app.web.answers import PRIVATE, json_bytes, prefix_of

_ = gettext
MEDIA_TYPE = "application/problem+json"
_TITLES = {405: N_("Metoden är inte tillåten"), 400: N_("Frågan går inte att läsa")}


def problem(request: Request, error: DiariumError) -> Response:
    """An error of ours as the programme that asked sees it."""
    headers = {"WWW-Authenticate": 'Bearer realm="diarium"'} if isinstance(error, KeyNeeded) else {}
    body = described(error.code, error.heading(), error.status, error.sentence(), _instance(request))
    return _answer(body, headers)


def http_problem(request: Request, error: HTTPException) -> Response:
    """An error that the framework found: no such address, no such method."""
    if error.status_code == HTTPStatus.NOT_FOUND:
        return problem(request, unknown_address(request))
    headers = dict(error.headers or {})
    phrase = HTTPStatus(error.status_code).phrase
    title = gettext(_TITLES.get(error.status_code, phrase))
    methods = next((value for name, value in headers.items() if name.casefold() == "allow"), None)
    detail = _("Tillåtet här: {methods}.").format(methods=methods) if methods else str(error.detail)
    code = phrase.casefold().replace(" ", "-")
    return _answer(described(code, title, error.status_code, detail, _instance(request)), headers)


def invalid(request: Request, error: RequestValidationError) -> Response:
    """A value that the question cannot have: 400, saying what it can."""
    return problem(request, refusal(request, error))


def described(code: str, title: str, status: int, detail: str, instance: str) -> dict[str, Any]:
    """A problem object; `type` names the kind of problem and is no address to fetch."""
    return {
        "type": f"urn:diarium:problem:{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": instance,
    }


def _instance(request: Request) -> str:
    return quote(f"{prefix_of(request)}{request.scope['path']}")


def _answer(body: dict[str, Any], headers: Mapping[str, str]) -> Response:
    sent = {**headers, "Cache-Control": PRIVATE}
    return Response(json_bytes(body), status_code=body["status"], media_type=MEDIA_TYPE, headers=sent)
