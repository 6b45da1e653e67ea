"""The application: JSON API and pages over one installation."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager, nullcontext, suppress
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio.to_thread
from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from sqlalchemy.exc import DataError
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute
from starlette.types import Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from app import resources, traces
from app.api import problems
from app.api.fast_path import at_once
from app.api.list_files import list_files
from app.api.openapi import describe
from app.api.router import api_router
from app.api.row_files import row_files
from app.bulk import routes as bulk
from app.bulk.keeping import Making, sweep_until
from app.db import Stores, beside, reading
from app.desk.routes import desk_router
from app.errors import DiariumError, KeyNeeded, KeyRefused, NotFound, TooManyQuestions
from app.exports.rdf import RDF_XML
from app.failures import FAILURES, explained
from app.imports.beside import Wake, in_a_thread
from app.imports.workers import alongside
from app.installation.opening import open_stores, public_reader, start
from app.language.i18n import speaking
from app.pages.machines import CATALOGUE_FILES
from app.pages.problems import http_problem_page, problem_page
from app.pages.router import pages_router
from app.pages.towns import WithinTown
from app.security.addresses import Addressed
from app.security.forms import FormCounts
from app.security.headers import HEADERS, Outermost, language_asked
from app.security.keys import check_key
from app.security.limits import RateLimited
from app.security.provider import Provider
from app.settings import Settings
from app.web import health
from app.web.answers import Serving
from app.web.cache import CachedAnswers
from app.web.metrics import Observed, Routed
from app.web.metrics import router as metrics_router
from app.web.negotiated import JSON, Negotiated, NotAcceptable
from app.web.page_images import PageImages
from app.web.revalidating import listen
from app.web.spoilt import spoilt
from app.web.static import Static
from app.web.towns import Towns
from app.web.watch import Watch
from app.web.withdrawn import withdrawn

if TYPE_CHECKING:
    from app.web.prometheus import Metrics

# More threads than this only wait for each other; scale by processes. SQLite's let go of the interpreter at every step:
# sixteen readers of a matter's path get 300 answers a second from one thread, 246 from two, 230 from four; beside a slow
# question 135, 198 and 222. So two: one slow question holds up nobody, and light ones are answered without a thread.
_THREADS = {"sqlite": 2, "postgresql": 4}
# Uploads whose sender waits for what becomes of them, threads that take uploads in, and those that fetch whole files.
_WAITING, _DESK, _FETCHING = 2, 2, 4
# Imports what waits in the queue while serving lasts; gives what tells of a new upload.
Importing = Callable[[Stores, Settings], AbstractContextManager[Wake]]


def create_app(using: Settings, importing: Importing = in_a_thread) -> FastAPI:
    """Pages and API of the installation that the settings name. It is opened, and migrated, when serving starts."""
    app = FastAPI(
        routes=list(_routes()),
        lifespan=_lifespan(using, importing),
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    traces.refuse_unequipped(using.traces_url)
    observed = using.metrics_token is not None or using.log == "json" or using.traces_url is not None
    if observed:
        app.add_middleware(Routed)
    app.add_middleware(WithinTown, base_url=using.base_url)
    app.add_middleware(CachedAnswers, watch=lambda: app.state.serving.watch, at_once=at_once)
    app.add_middleware(Negotiated, files={**list_files(), **row_files()}, usual=JSON, refuse=_refuse_format)
    app.add_middleware(Negotiated, files=CATALOGUE_FILES, usual=RDF_XML)
    app.add_middleware(
        RateLimited,
        refuse=_refuse,
        knows=partial(_knows, app),
        anyone=using.rate_limit,
        keyed=using.rate_limit_with_key,
        counts_url=using.counts_url,
    )
    app.add_middleware(Outermost)
    # a town's pages name the installation's permanent address: where it has none, they have no address of their own
    towns = Towns(using.base_url, lambda: app.state.serving.watch) if using.base_url else None
    app.add_middleware(Addressed, prefix=using.base_path, finds=towns)
    app.state.metrics = _metrics(using)
    if observed:
        app.add_middleware(Observed, metrics=app.state.metrics, tells=using.log == "json")
    app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=using.forwarded_allow_ips)
    app.add_exception_handler(DiariumError, _ours)
    app.add_exception_handler(HTTPException, _frameworks)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(DataError, _unholdable)
    for kind in FAILURES:
        app.add_exception_handler(kind, partial(_failed, using.data_dir))
    app.add_exception_handler(Exception, partial(_fault, using.data_dir))
    app.state.form_counts = FormCounts(using.counts_url)
    app.state.provider = _provider(using)
    described: dict[str, Any] = {}

    def openapi() -> dict[str, Any]:
        if not described:
            described.update(describe(app, using))
        return described

    app.openapi = openapi  # type: ignore[method-assign] # FastAPI's documented way to give a description of one's own
    return app


def _metrics(using: Settings) -> Metrics | None:
    if using.metrics_token is None:
        return None
    from app.web.prometheus import Metrics  # noqa: PLC0415 - to load it takes time, and few installations count

    return Metrics()


def _provider(using: Settings) -> Provider | None:
    if using.oidc_issuer is None or using.oidc_client_id is None:
        return None
    secret = using.oidc_client_secret
    return Provider(using.oidc_issuer, using.oidc_client_id, secret.get_secret_value() if secret else None)


@cache
def _routes() -> tuple[BaseRoute, ...]:
    """What is answered, the same for every installation: FastAPI works each route out once, at the first question."""
    gathered = APIRouter()
    gathered.include_router(health.router)
    gathered.include_router(metrics_router)
    gathered.include_router(api_router())
    gathered.mount("/static", Static(directory=resources.static()), name="static")
    gathered.include_router(bulk.router)
    gathered.include_router(desk_router())
    gathered.include_router(pages_router())
    return tuple(gathered.routes)


def _lifespan(using: Settings, importing: Importing) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        stores = open_stores(using)
        public = public_reader(using)
        anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS[public.dialect.name]
        watch, light, making = Watch(public), beside(public), Making(using)
        listen(public)
        try:
            start(stores)
            app.state.making = making
            # Unless that is a worker's elsewhere.
            with (
                traces.sending(using.traces_url),
                importing(stores, using) if using.import_at_once else nullcontext() as wake,
                alongside("bulk", lambda stop: sweep_until(stop, public, using.data_dir)),
            ):
                app.state.serving = Serving(
                    using,
                    stores,
                    public,
                    light,
                    watch,
                    PageImages(),
                    wake,
                    anyio.CapacityLimiter(_WAITING),
                    anyio.CapacityLimiter(_DESK),
                    anyio.CapacityLimiter(_FETCHING),
                )
                yield
        finally:
            making.end()
            if light is not None:
                light.close()
            watch.close()
            public.dispose()
            stores.dispose()

    return lifespan


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    await problems.problem(Request(scope), TooManyQuestions())(scope, receive, send)


async def _refuse_format(scope: Scope, receive: Receive, send: Send, error: NotAcceptable) -> None:
    await problems.problem(Request(scope), error)(scope, receive, send)


async def _knows(app: FastAPI, bearer: str) -> bool:
    """Whether a request bears a key of ours."""

    def is_ours() -> bool:
        with suppress(KeyNeeded, KeyRefused), reading(app.state.serving.stores.desk) as session:
            check_key(session, bearer)
            return True
        return False

    return await anyio.to_thread.run_sync(is_ours)


def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, DiariumError)
    if isinstance(error, NotFound):
        error = withdrawn(request) or error
    return problems.problem(request, error) if _of_api(request) else problem_page(request, error)


def _frameworks(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return problems.http_problem(request, error) if _of_api(request) else http_problem_page(request, error.status_code)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return problems.invalid(request, error) if _of_api(request) else http_problem_page(request, 404)


def _unholdable(request: Request, _error: Exception) -> Response:
    """Asked for by something that the database cannot hold, such as a NUL: then it does not hold it."""
    return _ours(request, NotFound())


def _failed(folder: Path, request: Request, failure: Exception) -> Response:
    """Disk or database cannot do it now; where it was what we asked of them, the fault is ours."""
    error = explained(failure, folder)
    if error is None:
        raise failure
    return _ours(request, error)


def _fault(folder: Path, request: Request, error: Exception) -> Response:
    """What we did not foresee: the server logs it, and the answer says that it is ours."""
    with speaking(language_asked(request.scope)):  # outside of all that the request went through
        answer = _ours(request, explained(error, folder) or spoilt(error) or DiariumError())
    answer.headers.update(HEADERS)
    return answer


def _of_api(request: Request) -> bool:
    return str(request.scope["path"]).startswith("/api/")
