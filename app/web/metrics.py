"""What Prometheus asks (`/metrics`): how many questions of each kind, how long they took, and how the installation is.

There only where `DIARIUM_METRICS_TOKEN` is set, for whoever bears it. A label holds the pattern of an address, never an address:
nobody is named, and a thousand matters are one line.
"""

from __future__ import annotations

import hmac
import time
from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import logs
from app.db import reading
from app.errors import NotFound
from app.installation.state import State, state_of
from app.web.answers import PRIVATE, serving

router = APIRouter(include_in_schema=False)
_FILES = "/static"
_OTHER, _CACHED = "other", "cached"  # what no route answers, and what is answered before any is sought
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_ROUTED = "diarium.routed"  # where, in what a question brings, the route is told
_METHODS = {"GET", "HEAD", "POST", "OPTIONS"}


class Metrics:
    """The counts of this process."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "diarium_requests", "Questions answered", ["method", "route", "status"], registry=self._registry
        )
        self._seconds = Histogram(
            "diarium_request_seconds",
            "Seconds until the answer was whole",
            ["route"],
            buckets=_BUCKETS,
            registry=self._registry,
        )

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self, state: State) -> bytes:
        """All of it as Prometheus reads it."""
        registry = CollectorRegistry()
        registry.register(_Stating(state))
        return generate_latest(self._registry) + generate_latest(registry)


class _Stating:
    """The installation's state as gauges."""

    def __init__(self, state: State) -> None:
        self._state = state

    def collect(self) -> Iterator[GaugeMetricFamily | InfoMetricFamily]:
        state = self._state
        info = {"version": state.version, "reader": state.reader, "revision": state.revision}
        yield InfoMetricFamily("diarium", "What runs here", value=info)
        jobs = GaugeMetricFamily("diarium_jobs", "Jobs by state", labels=["state"])
        for name, count in state.jobs.items():
            jobs.add_metric([name], count)
        yield jobs
        for name, text, value in (
            ("journal_entries", "Entries of the journal", state.entries),
            ("files", "Files that are filed", state.files),
            ("documents", "Documents of the desk's register", state.documents),
            ("public_behind_entries", "Entries that the public register has yet to follow", state.behind),
            ("oldest_waiting_seconds", "Since when the oldest job waits", state.oldest_waiting or 0.0),
            ("refused_files", "Files that could not be read", state.refused),
            ("reports_waiting", "Reports of faults without an answer", state.reports_waiting),
            ("free_bytes", "Free on the disk that the files lie on", state.free_bytes),
        ):
            yield GaugeMetricFamily(f"diarium_{name}", text, value=value)


class Observed:
    """Wraps the application: counts each question, and writes a line about it where lines are written."""

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

        try:
            await self.app({**scope, _ROUTED: found}, receive, noting)
        finally:
            method = scope["method"] if scope["method"] in _METHODS else _OTHER
            route, seconds = found.get("route", _CACHED), time.perf_counter() - began
            if self._metrics is not None:
                self._metrics.observe(method, route, status, seconds)
            if self._tells:
                logs.tell("request", method=method, route=route, status=status, ms=round(seconds * 1000, 1))


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
    return Response(counted.text(state), media_type=CONTENT_TYPE_PLAIN_0_0_4, headers={"Cache-Control": PRIVATE})
