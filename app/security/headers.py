"""What every answer tells the browser: run nothing, load nothing from elsewhere, show it in no frame."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.language.i18n import accepted, speaking, spoken_at

# Pages have one style sheet, two typefaces, a few pictures and a search form of our own; no script but one line (`app/pages/printing.py`).
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Link, Location, Content-Language, Retry-After, "
    "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset",
}
# What a browser asks before a page of another site may read with a header such as If-None-Match.
BEFOREHAND = {
    **OPEN_TO_ALL,
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Cache-Control, If-Modified-Since, If-None-Match, Range",
    "Access-Control-Max-Age": "86400",
}
_API = "/api/"
_READING = {"GET", "HEAD"}


def language_asked(scope: Scope) -> str:
    """The language of an answer: by Accept-Language over the API, by its address for a page."""
    path = scope["path"]
    return accepted(_header(scope, b"accept-language")) if path.startswith(_API) else spoken_at(path)


class Outermost:
    """Wraps the application: the headers above on every answer, HEAD for every GET, and the language of the API's
    sentences by Accept-Language. A page's address chooses its language, whatever the browser asks for.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        of_api = scope["path"].startswith(_API)
        if of_api and scope["method"] == "OPTIONS" and _header(scope, b"access-control-request-method") in _READING:
            await Response(status_code=204, headers={**HEADERS, **BEFOREHAND})(scope, receive, send)
            return
        chosen = language_asked(scope)
        reads = scope["method"] in _READING

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if of_api:
                    headers.setdefault("Content-Language", chosen)
                    headers.add_vary_header("Accept-Language")
                if of_api and reads:
                    headers.update(OPEN_TO_ALL)
            await send(message)

        # the server leaves out the body of what it knows as HEAD, and a long one need not be made
        inner = {**scope, "method": "GET", "only_head": True} if scope["method"] == "HEAD" else scope
        with speaking(chosen):
            await self.app(inner, receive, with_headers)


def _header(scope: Scope, name: bytes) -> str | None:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), None)
