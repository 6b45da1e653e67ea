"""What Prometheus asks (`/metrics`): how many questions of each kind, how long they took, and how the installation is.

There only where `DIARIUM_METRICS_TOKEN` is set, for whoever bears it. A label holds the pattern of an address, never an address:
nobody is named, and a thousand matters are one line.
"""

from __future__ import annotations

import hmac
import time
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import logs, traces
from app.db import reading
from app.errors import NotFound
from app.installation.state import state_of
from app.web.answers import PRIVATE, serving

if TYPE_CHECKING:
    from app.web.prometheus import Metrics

# The folder where several processes of a server count together, as prometheus_client knows it.
COUNTED_IN = "PROMETHEUS_MULTIPROC_DIR"
router = APIRouter(include_in_schema=False)
_FILES = "/static"
_TEXT = "text/plain; version=0.0.4; charset=utf-8"  # as Prometheus knows it
# What no route answers, led elsewhere or refused as it may be; and what was kept, or is made at once, before any is sought.
_OTHER, _CACHED = "other", "cached"
_GIVEN = {200, 304}
_ROUTED = "diarium.routed"  # where, in what a question brings, the route is told
_METHODS = {"GET", "HEAD", "POST", "OPTIONS"}


class Observed:
    """Wraps the application: counts each question, writes a line about it where lines are written, and makes a span of it where
    traces are sent."""

    def __init__(self, app: ASGIApp, metrics: Metrics | None, tells: bool) -> None:
        self.app, self._metrics, self._tells = app, metrics, tells

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500
        found: dict[str, Any] = {}

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        with traces.span("request", serves=True) as span:
            try:
                scope[_ROUTED] = found
                await self.app(scope, receive, noting)
            finally:
                method = scope["method"] if scope["method"] in _METHODS else _OTHER
                unsought = _CACHED if status in _GIVEN else _OTHER
                route, seconds = found.get("route", unsought), time.perf_counter() - began
                if self._metrics is not None:
                    self._metrics.observe(method, route, status, seconds)
                if self._tells:
                    logs.tell("request", method=method, route=route, status=status, ms=round(seconds * 1000, 1))
                span.name = f"{method} {route}"
                span.told |= {"http.request.method": method, "http.route": route, "http.response.status_code": status}


class Routed:
    """Next to the routes: tells `Observed` the pattern of the one that answered."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self.app(scope, receive, send)
        finally:
            if _ROUTED in scope:
                files = _FILES if scope["path"].startswith(f"{_FILES}/") else _OTHER
                scope[_ROUTED]["route"] = getattr(scope.get("route"), "path", files)


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """404 where no token is set, and to whoever does not bear it."""
    using = serving(request)
    token, counted = using.settings.metrics_token, request.app.state.metrics
    bearer = request.headers.get("authorization", "").encode()
    if token is None or not hmac.compare_digest(bearer, f"Bearer {token.get_secret_value()}".encode()):
        raise NotFound
    with reading(using.stores.desk) as session:
        state = state_of(session, using.settings)
    return Response(counted.text(state), media_type=_TEXT, headers={"Cache-Control": PRIVATE})
